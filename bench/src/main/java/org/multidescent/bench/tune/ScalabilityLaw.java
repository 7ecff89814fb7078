package org.multidescent.bench.tune;

/**
 * The Universal Scalability Law: n workers make {@code rate n / (1 + contention (n - 1) + coherency
 * n (n - 1))} evaluations a second. N. J. Gunther, <cite>Guerrilla Capacity Planning</cite>,
 * Springer 2007.
 *
 * @param rate evaluations a second of one worker
 * @param contention sigma: the share of the work that must be done one at a time, 0 or more
 * @param coherency kappa: what keeping each pair of workers in agreement costs, 0 or more
 */
public record ScalabilityLaw(double rate, double contention, double coherency) {

  /**
   * Returns the rate of a number of workers.
   *
   * @param workers how many, above 0
   * @return evaluations a second
   */
  public double rate(double workers) {
    return rate * workers / (1 + contention * (workers - 1) + coherency * workers * (workers - 1));
  }

  /**
   * Returns where the rate is highest.
   *
   * @return the number of workers, 1 or more; infinite without coherency
   */
  public double peak() {
    if (coherency <= 0) {
      return contention < 1 ? Double.POSITIVE_INFINITY : 1;
    }
    return Math.max(1, Math.sqrt(Math.max(0, 1 - contention) / coherency));
  }
}
