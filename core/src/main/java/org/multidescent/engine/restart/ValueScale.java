package org.multidescent.engine.restart;

import java.util.Arrays;
import org.multidescent.problem.Feasibility;

/**
 * How far the objective's values are spread at the first starts: the median less the least of them.
 * A function of the starts alone, no matter which worker evaluated them; robust against a few huge
 * values.
 */
public final class ValueScale {

  private final double[] values;
  private double scale;

  /**
   * Creates a scale.
   *
   * @param sample of how many starts, the first ones
   */
  public ValueScale(int sample) {
    values = new double[sample];
    Arrays.fill(values, Double.NaN);
  }

  /** Takes the value of a start, from the worker that commits it. */
  public void record(long start, double value) {
    if (start < values.length) {
      values[(int) start] = value;
    }
  }

  /** Computes the scale, once all are known. */
  public void compute() {
    double[] feasible = new double[values.length];
    int count = 0;
    for (double value : values) {
      if (Double.isFinite(value) && Feasibility.isFeasible(value)) {
        feasible[count++] = value;
      }
    }
    Arrays.sort(feasible, 0, count);
    scale = count < 2 ? 0 : feasible[count / 2] - feasible[0];
  }

  public double[] save() {
    return values.clone();
  }

  public void restore(double[] saved) {
    System.arraycopy(saved, 0, values, 0, Math.min(saved.length, values.length));
  }

  public double value() {
    return scale;
  }
}
