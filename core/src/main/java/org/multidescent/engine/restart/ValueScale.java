package org.multidescent.engine.restart;

import java.util.Arrays;

/**
 * How far the objective's values are spread at the first starts: the median less the least of them.
 * A function of the starts alone, whoever evaluated them; robust against a few huge values.
 */
public final class ValueScale {

  private final double[] values;
  private double spread;

  /**
   * Creates a spread.
   *
   * @param sample of how many starts, the first ones
   */
  public ValueScale(int sample) {
    values = new double[sample];
    Arrays.fill(values, Double.NaN);
  }

  /** Notes the value of a start; each start is noted by the one worker that evaluated it. */
  public void note(long start, double value) {
    if (start < values.length) {
      values[(int) start] = value;
    }
  }

  /** Computes the spread, once all have been noted. */
  public void settle() {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    spread = finite.length < 2 ? 0 : finite[finite.length / 2] - finite[0];
  }

  public double[] save() {
    return values.clone();
  }

  public void restore(double[] saved) {
    System.arraycopy(saved, 0, values, 0, Math.min(saved.length, values.length));
  }

  public double value() {
    return spread;
  }
}
