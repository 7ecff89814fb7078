package org.multidescent.bench.bbob.constrained;

import java.util.Arrays;

/**
 * Draws a problem's constraints. One of the active ones has a gradient opposite to the feasible
 * direction, which makes the optimum one; in the end that gradient is mixed with the others, so
 * that it cannot be told from them.
 */
final class ConstraintMaker {

  private static final long SPACING = 50_000;
  private static final double TINY = 1e-23;

  private final double[] direction;
  private final int active;
  private final int instance;
  private final long seed;
  private final LaggedRandom kinds;
  private final LaggedRandom weights;
  private final double[] others;
  private final LinearConstraint[] made;

  private ConstraintMaker(double[] direction, int active, int instance, long seed) {
    this.direction = direction;
    this.active = active;
    this.instance = instance;
    this.seed = seed;
    this.kinds = new LaggedRandom(seed);
    this.weights = new LaggedRandom(seed);
    this.others = new double[direction.length];
    this.made = new LinearConstraint[active + active / 2];
  }

  /**
   * Draws the constraints.
   *
   * @param direction from the optimum to a feasible position
   * @param active how many constraints are active at the optimum
   * @param instance the instance's number
   * @param seed of all random numbers
   * @return the active ones and half as many inactive ones, in the suite's order
   */
  static LinearConstraint[] constraints(double[] direction, int active, int instance, long seed) {
    return new ConstraintMaker(direction, active, instance, seed).make();
  }

  private LinearConstraint[] make() {
    double scale = 100 * Math.pow(10, kinds.uniform());
    int left = active / 2;
    int counter = 0;
    int own = 0;
    for (int j = 0; j < made.length; j++) {
      boolean binding = j == 0 || counter < active && kinds.uniform() + TINY > share(left);
      double shift = 0;
      if (binding) {
        counter++;
      } else {
        left--;
        shift = 0.01 + 2 * kinds.uniform();
      }
      LaggedRandom random = new LaggedRandom(seed + SPACING * counter);
      double length = scale * Math.pow(100, random.uniform());
      if (binding && (counter - 1 + instance) % active == 0) {
        own = j;
        made[j] = opposite(length);
      } else {
        made[j] = drawn(random, length, shift);
        if (binding) {
          add(others, weights.uniform(), made[j].gradient());
        }
      }
    }
    if (active > 1) {
      made[own] = disguised(made[own]);
    }
    return made;
  }

  private double share(int left) {
    return (double) left / made.length;
  }

  private LinearConstraint opposite(double length) {
    double[] gradient = new double[direction.length];
    add(gradient, -length / Math.sqrt(dot(direction, direction)), direction);
    return new LinearConstraint(gradient, 0, Math.sqrt(dot(gradient, gradient)));
  }

  private LinearConstraint drawn(LaggedRandom random, double size, double shift) {
    double[] gradient = new double[direction.length];
    Arrays.setAll(gradient, i -> size * random.gaussian() / Math.sqrt(gradient.length));
    double length = Math.sqrt(dot(gradient, gradient));
    LinearConstraint constraint = new LinearConstraint(gradient, shift, length);
    if (constraint.plain(direction) <= 0) {
      return constraint;
    }
    Arrays.setAll(gradient, i -> -gradient[i]);
    return constraint;
  }

  private LinearConstraint disguised(LinearConstraint own) {
    int dimension = direction.length;
    double[] gradient = own.gradient().clone();
    double along = dot(others, gradient);
    double most = along <= 0 ? dimension : Math.min(dimension, own.length() * own.length() / along);
    double share = most * (1 + weights.uniform()) / (2 + 1.0 / dimension);
    add(gradient, -share, others);
    double shrink = own.length() / Math.sqrt(dot(gradient, gradient));
    Arrays.setAll(gradient, i -> shrink * gradient[i]);
    return own.with(gradient);
  }

  private static void add(double[] sum, double factor, double[] x) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * x[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
