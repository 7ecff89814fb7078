package org.multidescent.descent;

/**
 * Limited-memory BFGS: the two-loop recursion over the last pairs, restricted to the free
 * coordinates; pairs without positive curvature there are passed over.
 *
 * <p>The model is a ring of pairs, shift and change; behind it the scale of the first guess, and
 * scratch of two entries a pair.
 */
final class LbfgsRule extends QuasiNewtonRule {

  private final int length;

  LbfgsRule(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("memory: " + length + " (expected: 1 or more)");
    }
    this.length = length;
  }

  @Override
  public int memory(int dimension) {
    return scale(dimension) + 1 + 2 * length;
  }

  private int scale(int dimension) {
    return model(dimension) + length * 2 * dimension;
  }

  private int pair(long k, int dimension) {
    return model(dimension) + (int) (k % length) * 2 * dimension;
  }

  @Override
  void learn(double[] memory, Scaling scaling, double product) {
    int dimension = scaling.dimension();
    int pair = pair((long) memory[PAIRS], dimension);
    System.arraycopy(memory, SHIFT, memory, pair, 2 * dimension);
    memory[scale(dimension)] = product / changeNorm(memory, scaling);
  }

  @Override
  void direct(double[] memory, double[] gradient, ProjectedPath path, Scaling scaling) {
    int dimension = gradient.length;
    double[] direction = path.direction();
    double[] free = path.mask();
    long pairs = (long) memory[PAIRS];
    long oldest = Math.max(0, pairs - length);
    int weights = scale(dimension) + 1;
    for (int i = 0; i < dimension; i++) {
      direction[i] = -free[i] * gradient[i];
    }
    for (long k = pairs - 1; k >= oldest; k--) {
      int s = pair(k, dimension);
      int y = s + dimension;
      double product = 0;
      double along = 0;
      for (int i = 0; i < dimension; i++) {
        product += free[i] * memory[s + i] * memory[y + i];
        along += memory[s + i] * direction[i];
      }
      double weight = product > 0 ? along / product : 0;
      int slot = weights + 2 * (int) (k % length);
      memory[slot] = weight;
      memory[slot + 1] = product;
      for (int i = 0; i < dimension; i++) {
        direction[i] -= weight * free[i] * memory[y + i];
      }
    }
    double scale = memory[scale(dimension)];
    for (int i = 0; i < dimension; i++) {
      direction[i] *= scale * scaling.extent(i) * scaling.extent(i);
    }
    for (long k = oldest; k < pairs; k++) {
      int s = pair(k, dimension);
      int y = s + dimension;
      int slot = weights + 2 * (int) (k % length);
      if (memory[slot + 1] > 0) {
        double along = 0;
        for (int i = 0; i < dimension; i++) {
          along += memory[y + i] * direction[i];
        }
        double weight = memory[slot] - along / memory[slot + 1];
        for (int i = 0; i < dimension; i++) {
          direction[i] += weight * free[i] * memory[s + i];
        }
      }
    }
  }
}
