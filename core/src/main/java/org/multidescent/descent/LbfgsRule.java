package org.multidescent.descent;

/**
 * Limited-memory BFGS: the two-loop recursion over the last pairs, restricted to the free
 * coordinates.
 *
 * <p>The model is a ring of pairs: for each its product, its shift and its change; behind them the
 * scale of the metric and a scratch of one entry a pair.
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
    return model(dimension) + length * (2 * dimension + 2) + 1;
  }

  @Override
  void learn(double[] memory, int dimension, double product) {
    int slot = (int) (memory[PAIRS] % length);
    int pair = model(dimension) + slot * 2 * dimension;
    System.arraycopy(memory, shift(), memory, pair, 2 * dimension);
    double norm = 0;
    for (int i = 0; i < dimension; i++) {
      double y = memory[change(dimension) + i];
      norm += y * y * memory[metric(dimension) + i];
    }
    memory[scale(dimension)] = product / norm;
    memory[PAIRS]++;
  }

  private int scale(int dimension) {
    return model(dimension) + length * 2 * dimension;
  }

  @Override
  void direct(double[] memory, double[] gradient, double[] free, double[] direction) {
    int dimension = gradient.length;
    long pairs = (long) memory[PAIRS];
    int weights = scale(dimension) + 1;
    for (int i = 0; i < dimension; i++) {
      direction[i] = -free[i] * gradient[i];
    }
    for (long k = pairs - 1; k >= 0 && k >= pairs - length; k--) {
      int slot = (int) (k % length);
      int s = model(dimension) + slot * 2 * dimension;
      int y = s + dimension;
      double product = 0;
      double along = 0;
      for (int i = 0; i < dimension; i++) {
        product += free[i] * memory[s + i] * memory[y + i];
        along += memory[s + i] * direction[i];
      }
      double weight = product > 0 ? along / product : 0;
      memory[weights + slot] = weight;
      memory[weights + length + slot] = product;
      for (int i = 0; i < dimension; i++) {
        direction[i] -= weight * free[i] * memory[y + i];
      }
    }
    double scale = pairs > 0 ? memory[scale(dimension)] : 1;
    for (int i = 0; i < dimension; i++) {
      direction[i] *= scale * memory[metric(dimension) + i];
    }
    for (long k = Math.max(0, pairs - length); k < pairs; k++) {
      int slot = (int) (k % length);
      int s = model(dimension) + slot * 2 * dimension;
      int y = s + dimension;
      double product = memory[weights + length + slot];
      if (!(product > 0)) {
        continue;
      }
      double along = 0;
      for (int i = 0; i < dimension; i++) {
        along += memory[y + i] * direction[i];
      }
      double weight = memory[weights + slot] - along / product;
      for (int i = 0; i < dimension; i++) {
        direction[i] += weight * free[i] * memory[s + i];
      }
    }
  }
}
