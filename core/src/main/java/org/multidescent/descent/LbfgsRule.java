package org.multidescent.descent;

import org.multidescent.util.Coordinates;
import org.multidescent.util.Require;
import org.multidescent.util.Room;

/**
 * Limited-memory BFGS: the two-loop recursion over the last pairs, restricted to the free
 * coordinates; pairs without positive curvature there are passed over.
 *
 * <p>The model is a ring of pairs, shift and change; behind it the scale of the first guess, and
 * scratch of two entries a pair. What a pair does to the direction is put off to the pass of the
 * next pair.
 */
final class LbfgsRule extends QuasiNewtonRule {

  private final int length;

  LbfgsRule(int length) {
    Require.that(length >= 1, "memory", length, "1 or more");
    this.length = length;
  }

  @Override
  public int memory(int dimension) {
    long pairs = length * (2L * dimension + 2);
    return Room.ofPoint("lbfgs", model(dimension) + pairs + 1, dimension);
  }

  private int scale(int dimension) {
    return model(dimension) + length * 2 * dimension;
  }

  @Override
  void learn(double[] memory, WorkingCoordinates scaling, double product) {
    int dimension = scaling.dimension();
    int pair = model(dimension) + (int) ((long) memory[PAIRS] % length) * 2 * dimension;
    Coordinates.copy(memory, SHIFT, memory, pair, 2 * dimension);
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
    int weights = scale(dimension) + 1;
    double weight = 0;
    int last = model(dimension);
    for (int age = 0, k = newest(memory); age < held; age++, k = k == 0 ? length - 1 : k - 1) {
      int s = model(dimension) + k * 2 * dimension;
      int y = s + dimension;
      double product = 0;
      double along = 0;
      for (int i = 0; i < dimension; i++) {
        double d = direction[i] - weight * free[i] * memory[last + i];
        direction[i] = d;
        product += free[i] * memory[s + i] * memory[y + i];
        along += memory[s + i] * d;
      }
      weight = product > 0 ? along / product : 0;
      last = y;
      memory[weights + 2 * k] = weight;
      memory[weights + 2 * k + 1] = product;
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
    int weights = scale(dimension) + 1;
    double weight = 0;
    int last = model(dimension);
    int oldest = held < length || newest + 1 == length ? 0 : newest + 1;
    for (int age = held, k = oldest; age > 0; age--, k = k + 1 == length ? 0 : k + 1) {
      double product = memory[weights + 2 * k + 1];
      if (product > 0) {
        int s = model(dimension) + k * 2 * dimension;
        int y = s + dimension;
        double along = 0;
        for (int i = 0; i < dimension; i++) {
          double d = direction[i] + weight * free[i] * memory[last + i];
          direction[i] = d;
          along += memory[y + i] * d;
        }
        weight = memory[weights + 2 * k] - along / product;
        last = s;
      }
    }
    for (int i = 0; i < dimension; i++) {
      direction[i] += weight * free[i] * memory[last + i];
    }
  }

  private int held(double[] memory) {
    return (int) Math.min((long) memory[PAIRS], length);
  }

  private int newest(double[] memory) {
    return (int) (((long) memory[PAIRS] - 1) % length);
  }
}
