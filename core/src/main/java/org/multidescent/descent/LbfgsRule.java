package org.multidescent.descent;

import org.multidescent.util.Coordinates;
import org.multidescent.util.Require;
import org.multidescent.util.Room;

/**
 * Limited-memory BFGS: the two-loop recursion over the last pairs, restricted to the free
 * coordinates; pairs without positive curvature there are passed over.
 *
 * <p>The model is a ring of pairs, shift and change; behind it the scale of the first guess, and
 * three numbers a pair. What a pair does to the direction is put off to the pass of the next pair.
 */
final class LbfgsRule extends QuasiNewtonRule {

  private final int length;

  LbfgsRule(int length) {
    Require.that(length >= 1, "memory", length, "1 or more");
    this.length = length;
  }

  @Override
  public int memory(int dimension) {
    long pairs = length * (2L * dimension + 3);
    return Room.ofPoint("lbfgs", model(dimension) + pairs + 1, dimension);
  }

  private int scale(int dimension) {
    return model(dimension) + length * 2 * dimension;
  }

  @Override
  void learn(double[] memory, WorkingCoordinates scaling, double product) {
    int dimension = scaling.dimension();
    int place = (int) ((long) memory[PAIRS] % length);
    int pair = model(dimension) + place * 2 * dimension;
    Coordinates.copy(memory, SHIFT, memory, pair, 2 * dimension);
    memory[sums(dimension, place)] = product;
    memory[scale(dimension)] = product / changeNorm(memory, scaling);
  }

  @Override
  void direct(
      double[] memory, double[] gradient, ProjectedLineSearch path, WorkingCoordinates scaling) {
    double[] direction = path.direction();
    double[] free = path.mask();
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -free[i] * gradient[i];
    }
    fromNewest(memory, direction, free, scaling);
    fromOldest(memory, direction, free);
  }

  /** The first loop, and the first guess of the inverse Hessian. */
  private void fromNewest(
      double[] memory, double[] direction, double[] free, WorkingCoordinates scaling) {
    int dimension = direction.length;
    int held = held(memory);
    boolean holds = holds(free);
    double weight = 0;
    int last = model(dimension);
    for (int age = 0, k = newest(memory); age < held; age++, k = k == 0 ? length - 1 : k - 1) {
      int s = model(dimension) + k * 2 * dimension;
      int sums = sums(dimension, k);
      double product = holds ? product(memory, free, s) : memory[sums];
      double along = add(direction, -weight, free, memory, last, s);
      weight = product > 0 ? along / product : 0;
      last = s + dimension;
      memory[sums + 1] = weight;
      memory[sums + 2] = product;
    }
    double scale = memory[scale(dimension)];
    for (int i = 0; i < dimension; i++) {
      double d = direction[i] - weight * free[i] * memory[last + i];
      direction[i] = d * (scale * scaling.share(i) * scaling.share(i));
    }
  }

  /** The second loop. */
  private void fromOldest(double[] memory, double[] direction, double[] free) {
    int dimension = direction.length;
    int held = held(memory);
    int newest = newest(memory);
    double weight = 0;
    int last = model(dimension);
    int oldest = held < length || newest + 1 == length ? 0 : newest + 1;
    for (int age = held, k = oldest; age > 0; age--, k = k + 1 == length ? 0 : k + 1) {
      int sums = sums(dimension, k);
      double product = memory[sums + 2];
      if (product > 0) {
        int s = model(dimension) + k * 2 * dimension;
        double along = add(direction, weight, free, memory, last, s + dimension);
        weight = memory[sums + 1] - along / product;
        last = s;
      }
    }
    for (int i = 0; i < dimension; i++) {
      direction[i] += weight * free[i] * memory[last + i];
    }
  }

  /** Adds {@code factor} times a vector to the direction; returns its product with another. */
  private static double add(
      double[] direction, double factor, double[] free, double[] memory, int vector, int other) {
    double sum = 0;
    for (int i = 0; i < direction.length; i++) {
      double d = direction[i] + factor * free[i] * memory[vector + i];
      direction[i] = d;
      sum += memory[other + i] * d;
    }
    return sum;
  }

  private static boolean holds(double[] free) {
    for (double f : free) {
      if (f == 0) {
        return true;
      }
    }
    return false;
  }

  /** The product of a pair in the free coordinates. */
  private static double product(double[] memory, double[] free, int shift) {
    int change = shift + free.length;
    double product = 0;
    for (int i = 0; i < free.length; i++) {
      product += free[i] * memory[shift + i] * memory[change + i];
    }
    return product;
  }

  /**
   * Where the numbers of a pair begin: its product; of the last direction, its weight and its
   * product in the free coordinates.
   */
  private int sums(int dimension, int pair) {
    return scale(dimension) + 1 + 3 * pair;
  }

  private int held(double[] memory) {
    return (int) Math.min((long) memory[PAIRS], length);
  }

  private int newest(double[] memory) {
    return (int) (((long) memory[PAIRS] - 1) % length);
  }
}
