package org.multidescent.bench.bbob;

import java.util.Arrays;

/** The coordinates of functions 9 and 19: rotated about the origin, the optimum at (1, .., 1). */
final class RotatedValley {

  private final int dimension;
  private final double factor;
  private final Matrix rotation;

  RotatedValley(Instance instance) {
    dimension = instance.dimension();
    factor = factor(dimension);
    rotation = instance.q();
  }

  static double factor(int dimension) {
    return Math.max(1, Math.sqrt(dimension) / 8);
  }

  double[] xOpt() {
    double[] half = new double[dimension];
    Arrays.fill(half, 0.5 / factor);
    return rotation.transposed().times(half);
  }

  double[] coordinates(double[] x) {
    double[] z = rotation.times(x);
    for (int i = 0; i < z.length; i++) {
      z[i] = factor * z[i] + 0.5;
    }
    return z;
  }
}
