package org.multidescent.report;

import org.multidescent.util.Require;

/**
 * What is known of the objective's value at a position from evaluations there.
 *
 * @param mean the mean of the evaluations' values; where they do not differ, the value itself
 * @param deviation the standard deviation of one evaluation: 0 where evaluations agree, {@code
 *     Infinity} where they are noisy and there was one only
 * @param evaluations how many evaluations the mean is of, 1 or more
 */
public record Estimate(double mean, double deviation, long evaluations) {

  /** How many standard errors above the mean a value is believed to lie at most. */
  private static final double CONFIDENCE = 2;

  /**
   * Creates an estimate.
   *
   * @param mean as above
   * @param deviation as above
   * @param evaluations as above
   * @throws IllegalArgumentException if the deviation is negative or there is no evaluation
   */
  public Estimate {
    Require.that(deviation >= 0, "deviation", deviation, "0 or more");
    Require.atLeast("evaluations", evaluations, 1);
  }

  /**
   * Returns the estimate from one evaluation without noise.
   *
   * @param value the value
   * @return the value, with a deviation of 0
   */
  public static Estimate exact(double value) {
    return new Estimate(value, 0, 1);
  }

  /**
   * Returns the estimate from one evaluation with noise of unknown size.
   *
   * @param value the value
   * @return the value, with an infinite deviation
   */
  public static Estimate single(double value) {
    return new Estimate(value, Double.POSITIVE_INFINITY, 1);
  }

  /**
   * Returns the estimate from evaluations of one position.
   *
   * @param values the values
   * @param count how many there are, 1 or more
   * @return their mean and standard deviation; those of one value are as {@link #single} tells
   */
  public static Estimate of(double[] values, int count) {
    if (count == 1) {
      return single(values[0]);
    }
    double mean = 0;
    for (int k = 0; k < count; k++) {
      mean += (values[k] - mean) / (k + 1);
    }
    double squares = 0;
    for (int k = 0; k < count; k++) {
      squares += (values[k] - mean) * (values[k] - mean);
    }
    double deviation = Math.sqrt(squares / (count - 1));
    return new Estimate(mean, deviation >= 0 ? deviation : Double.POSITIVE_INFINITY, count);
  }

  /**
   * Returns the standard error of the mean.
   *
   * @return the deviation by the root of the number of evaluations; 0 without noise
   */
  public double standardError() {
    return deviation / Math.sqrt(evaluations);
  }

  /**
   * Returns the upper confidence bound by which noisy positions are compared: the mean and two of
   * its standard errors.
   *
   * @return the bound; without noise, the value
   */
  public double upper() {
    return mean + CONFIDENCE * standardError();
  }

  /**
   * Tells whether the objective was taken for noisy when this was estimated.
   *
   * @return whether there was more than one evaluation, or might have been a deviation
   */
  public boolean isNoisy() {
    return evaluations > 1 || deviation > 0;
  }

  @Override
  public String toString() {
    return isNoisy()
        ? mean + " +- " + standardError() + " (" + evaluations + " evaluations)"
        : String.valueOf(mean);
  }
}
