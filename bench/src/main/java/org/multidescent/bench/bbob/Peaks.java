package org.multidescent.bench.bbob;

import java.util.Arrays;
import org.multidescent.function.Objective;

/**
 * Gallagher's Gaussian peaks, functions 21 and 22: peaks of random position, height and shape, of
 * which the first is the highest.
 */
public final class Peaks implements Objective {

  private final LinearMap rotation;
  private final double[] heights;
  private final double[][] centres;
  private final double[][] scales;

  private Peaks(
      Instance instance, LinearMap rotation, double[][] positions, double firstCondition) {
    int count = positions.length;
    this.rotation = rotation;
    heights = new double[count];
    centres = new double[count][];
    scales = new double[count][];
    int[] order = BbobRandom.permutation(count - 1, instance.seed());
    for (int j = 0; j < count; j++) {
      heights[j] = j == 0 ? 10 : 1.1 + 8.0 * (j - 1) / (count - 2);
      centres[j] = rotation.times(positions[j]);
      double condition = j == 0 ? firstCondition : Math.pow(1000, order[j - 1] / (count - 2.0));
      scales[j] = scales(condition, instance.dimension(), instance.seed() + 1000L * j);
    }
  }

  /**
   * Returns function 21: 101 peaks.
   *
   * @param instance the seeds
   * @param rotation what turns positions into the peaks' coordinates
   * @return the function
   */
  public static Excess hundredAndOne(Instance instance, LinearMap rotation) {
    return of(instance, rotation, 101, 10, 5, Math.sqrt(1000));
  }

  /**
   * Returns function 22: 21 peaks.
   *
   * @param instance the seeds
   * @param rotation what turns positions into the peaks' coordinates
   * @return the function
   */
  public static Excess twentyOne(Instance instance, LinearMap rotation) {
    return of(instance, rotation, 21, 9.8, 4.9, 1000);
  }

  @Override
  public double value(double[] x) {
    double[] z = rotation.times(x);
    double highest = 0;
    for (int j = 0; j < heights.length; j++) {
      double[] centre = centres[j];
      double[] scale = scales[j];
      double distance = 0;
      for (int i = 0; i < z.length; i++) {
        double d = z[i] - centre[i];
        distance += scale[i] * d * d;
      }
      highest = Math.max(highest, heights[j] * Math.exp(-distance / (2 * z.length)));
    }
    double depth = Transform.oscillate(10 - highest);
    return depth * depth;
  }

  private static Excess of(
      Instance instance,
      LinearMap rotation,
      int count,
      double width,
      double lower,
      double firstCondition) {
    int dimension = instance.dimension();
    double[] u = BbobRandom.uniform(count * dimension, instance.seed());
    double[][] positions = new double[count][dimension];
    for (int j = 0; j < count; j++) {
      for (int i = 0; i < dimension; i++) {
        positions[j][i] = width * u[j * dimension + i] - lower;
      }
    }
    Arrays.setAll(positions[0], i -> 0.8 * positions[0][i]);
    return new Excess(positions[0], new Peaks(instance, rotation, positions, firstCondition), 1);
  }

  private static double[] scales(double condition, int dimension, long seed) {
    int[] order = BbobRandom.permutation(dimension, seed);
    double[] scales = new double[dimension];
    Arrays.setAll(scales, i -> Math.pow(condition, Transform.linear(order[i], dimension) - 0.5));
    return scales;
  }
}
