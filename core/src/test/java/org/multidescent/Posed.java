package org.multidescent;

import org.multidescent.problem.Box;
import org.multidescent.problem.Constrained;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;

/**
 * The same objective without constraints, and under one that is computed apart or comes with it: a
 * ball in the middle of the box, whose corners are cut off. What is promised of a search holds for
 * each.
 */
enum Posed {
  FREE,
  APART,
  TOGETHER;

  private static final double RADIUS_SQUARED = 0.2;

  /** What is added to the constraint and to its first derivative, at each call for them. */
  interface Spoiler {

    double constraint(double[] x);

    double derivative(double[] x);
  }

  private static final Spoiler NONE =
      new Spoiler() {
        @Override
        public double constraint(double[] x) {
          return 0;
        }

        @Override
        public double derivative(double[] x) {
          return 0;
        }
      };

  boolean isConstrained() {
    return this != FREE;
  }

  Problem pose(Problem free) {
    return pose(free, NONE);
  }

  /** Poses a problem whose constraint may be spoilt. */
  Problem pose(Problem free, Spoiler spoiler) {
    return switch (this) {
      case FREE -> free;
      case APART -> apart(free, spoiler);
      case TOGETHER -> together(free, spoiler).problem(free.startBox()).bounds(free.bounds());
    };
  }

  private static Problem apart(Problem free, Spoiler spoiler) {
    Box box = free.startBox();
    Constraints ball = Constraints.of((x, c) -> c[0] = ball(box, x, spoiler), 1, 0);
    return free.subjectTo(
        free.isDifferentiable() ? ball.jacobian((x, rows) -> normal(box, x, rows, spoiler)) : ball);
  }

  private static Constrained together(Problem free, Spoiler spoiler) {
    Box box = free.startBox();
    if (free.isFused()) {
      return Constrained.withDerivativesPerWorker(
          () -> {
            Evaluator objective = free.evaluator();
            return (x, gradient, c, rows) -> {
              double value = objective.valueAndGradient(x, gradient);
              c[0] = ball(box, x, spoiler);
              normal(box, x, rows, NONE);
              return value;
            };
          },
          1,
          0);
    }
    Constrained values =
        Constrained.perWorker(
            () -> {
              Evaluator objective = free.evaluator();
              return (x, c) -> {
                double value = objective.value(x);
                c[0] = ball(box, x, spoiler);
                return value;
              };
            },
            1,
            0);
    return free.isDifferentiable()
        ? values.derivatives(
            (x, gradient, c, rows) -> {
              double value = free.evaluator().valueAndGradient(x, gradient);
              normal(box, x, rows, spoiler);
              return value;
            })
        : values;
  }

  private static double away(Box box, double[] x, int i) {
    return (x[i] - box.lower(i)) / box.width(i) - 0.5;
  }

  private static double ball(Box box, double[] x, Spoiler spoiler) {
    double sum = spoiler.constraint(x) - RADIUS_SQUARED;
    for (int i = 0; i < x.length; i++) {
      sum += away(box, x, i) * away(box, x, i);
    }
    return sum;
  }

  private static void normal(Box box, double[] x, double[] rows, Spoiler spoiler) {
    for (int i = 0; i < x.length; i++) {
      rows[i] = 2 * away(box, x, i) / box.width(i);
    }
    rows[0] += spoiler.derivative(x);
  }
}
