package org.multidescent;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constrained;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;

/** Ways to pose the same problem under constraints: many minima on two curves. */
enum ConstrainedForm {
  TOGETHER,
  TOGETHER_BATCH,
  TOGETHER_DERIVATIVES,
  TOGETHER_FUSED,
  APART,
  APART_BATCH,
  APART_DERIVATIVES,
  APART_FUSED,
  APART_JACOBIAN_ONLY,
  APART_SERIAL;

  static final Box BOX = Box.cube(-3, 3, 3);

  /** The problem, with every evaluation counted. */
  Problem problem(AtomicLong evaluations) {
    return switch (this) {
      case TOGETHER -> single(evaluations).problem(BOX);
      case TOGETHER_BATCH ->
          Constrained.batch(
                  (xs, count, values, c) -> {
                    evaluations.addAndGet(count);
                    for (int k = 0; k < count; k++) {
                      values[k] = objective(position(xs, k));
                    }
                    constraints(xs, count, c);
                  },
                  1,
                  1)
              .problem(BOX);
      case TOGETHER_DERIVATIVES ->
          single(evaluations)
              .derivatives((x, g, c, rows) -> all(evaluations, x, g, c, rows))
              .problem(BOX);
      case TOGETHER_FUSED ->
          Constrained.withDerivativesPerWorker(
                  () -> (x, g, c, rows) -> all(evaluations, x, g, c, rows), 1, 1)
              .problem(BOX);
      case APART, APART_SERIAL -> {
        Problem plain = Problem.of(x -> value(evaluations, x), BOX).subjectTo(apart(evaluations));
        yield this == APART ? plain : plain.serial();
      }
      case APART_BATCH ->
          Problems.batch(
                  (xs, count, values) -> {
                    for (int k = 0; k < count; k++) {
                      values[k] = value(evaluations, position(xs, k));
                    }
                  },
                  BOX)
              .subjectTo(
                  Constraints.batch(
                      (xs, count, c) -> {
                        evaluations.addAndGet(count);
                        constraints(xs, count, c);
                      },
                      1,
                      1));
      case APART_DERIVATIVES ->
          Problem.withGradient(
                  x -> value(evaluations, x), (x, g) -> withGradient(evaluations, x, g), BOX)
              .subjectTo(differentiable(evaluations));
      case APART_FUSED ->
          Problem.withGradient((x, g) -> withGradient(evaluations, x, g), BOX)
              .subjectTo(apart(evaluations));
      case APART_JACOBIAN_ONLY ->
          Problem.of(x -> value(evaluations, x), BOX).subjectTo(differentiable(evaluations));
    };
  }

  private static Constrained single(AtomicLong evaluations) {
    return Constrained.of(
        (x, c) -> {
          constraints(x, c);
          return value(evaluations, x);
        },
        1,
        1);
  }

  private static Constraints apart(AtomicLong evaluations) {
    return Constraints.of(
        (x, c) -> {
          evaluations.incrementAndGet();
          constraints(x, c);
        },
        1,
        1);
  }

  private static Constraints differentiable(AtomicLong evaluations) {
    return apart(evaluations)
        .jacobian(
            (x, rows) -> {
              evaluations.incrementAndGet();
              jacobian(x, rows);
            });
  }

  private static double[] position(double[] xs, int k) {
    return Arrays.copyOfRange(xs, 3 * k, 3 * k + 3);
  }

  private static double value(AtomicLong evaluations, double[] x) {
    evaluations.incrementAndGet();
    return objective(x);
  }

  private static double withGradient(AtomicLong evaluations, double[] x, double[] gradient) {
    gradient[0] = 1;
    gradient[1] = 4 * StrictMath.cos(4 * x[1]);
    gradient[2] = 0.2 * x[2];
    return value(evaluations, x);
  }

  private static double all(
      AtomicLong evaluations, double[] x, double[] gradient, double[] c, double[] rows) {
    constraints(x, c);
    jacobian(x, rows);
    return withGradient(evaluations, x, gradient);
  }

  static double objective(double[] x) {
    return x[0] + StrictMath.sin(4 * x[1]) + 0.1 * x[2] * x[2];
  }

  static void constraints(double[] x, double[] c) {
    c[0] = 1 - x[0] * x[0] - x[2];
    c[1] = x[0] * x[0] + x[1] * x[1] - 4;
  }

  private static void constraints(double[] xs, int count, double[] c) {
    double[] one = new double[2];
    for (int k = 0; k < count; k++) {
      constraints(position(xs, k), one);
      System.arraycopy(one, 0, c, 2 * k, 2);
    }
  }

  private static void jacobian(double[] x, double[] rows) {
    rows[0] = -2 * x[0];
    rows[1] = 0;
    rows[2] = -1;
    rows[3] = 2 * x[0];
    rows[4] = 2 * x[1];
    rows[5] = 0;
  }
}
