package org.multidescent.descent;

import org.multidescent.numerics.PowerOfTwo;

/**
 * The noise of an objective around a position, from its values at a few equally spaced positions
 * nearby: high differences of a smooth function vanish, those of noise do not (More and Wild,
 * Estimating computational noise, 2011).
 */
final class NoiseEstimator {

  /** How many values are looked at. */
  static final int VALUES = 7;

  private static final double SPACING = 1e-9;
  private static final double AGREEMENT = 4;

  private NoiseEstimator() {}

  /** Returns the standard deviation of the noise; 0 if none was found. Takes 6 evaluations. */
  static double measure(Point point, Oracle oracle, double[] table) {
    double[] position = point.position();
    int dimension = position.length;
    double[] near = new double[(VALUES - 1) * dimension];
    for (int k = 1; k < VALUES; k++) {
      for (int i = 0; i < dimension; i++) {
        double step = SPACING * oracle.coordinates().resolved(i, position[i]);
        double far = oracle.coordinates().stepInside(i, position[i], VALUES * step);
        near[(k - 1) * dimension + i] = position[i] + k * (far - position[i]) / VALUES;
      }
    }
    double[] values = new double[VALUES - 1];
    oracle.values(near, VALUES - 1, values);
    table[0] = point.value();
    System.arraycopy(values, 0, table, 1, VALUES - 1);
    return fromDifferences(table);
  }

  /** Returns the first level whose estimate the next two agree with; the lowest if none has. */
  private static double fromDifferences(double[] table) {
    double gamma = 1;
    double last = Double.NaN;
    double lowest = Double.POSITIVE_INFINITY;
    int agreeing = 1;
    for (int k = 1; k < VALUES - 1; k++) {
      gamma *= 0.5 * k / (2 * k - 1);
      for (int i = 0; i < VALUES - k; i++) {
        table[i] = table[i + 1] - table[i];
      }
      double unit = PowerOfTwo.toOne(PowerOfTwo.largest(table, 0, VALUES - k));
      double sum = 0;
      for (int i = 0; i < VALUES - k; i++) {
        double difference = table[i] * unit;
        sum += difference * difference;
      }
      double estimate = Math.sqrt(gamma * sum / (VALUES - k)) / unit;
      boolean agrees = estimate <= AGREEMENT * last && last <= AGREEMENT * estimate;
      agreeing = agrees ? agreeing + 1 : 1;
      last = estimate;
      lowest = Math.min(lowest, estimate);
      if (agreeing == 3) {
        break;
      }
    }
    return Double.isFinite(lowest) ? lowest : 0;
  }
}
