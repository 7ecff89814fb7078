package org.multidescent.bench.tune;

import java.util.List;
import org.multidescent.bench.statistics.Interval;

/**
 * What the scalability law says about more workers on as many cores. Intervals are of 95 %, by the
 * bootstrap over rounds.
 *
 * @param law the fit
 * @param points the numbers of workers it was fitted to, at most as many as there are processors
 * @param contention where the law's contention lies
 * @param coherency where its coherency lies
 * @param peak where the best number of workers lies; perhaps without an upper end
 * @param rates the rates at 2, 4 and 8 times the processors
 */
public record Forecast(
    ScalabilityLaw law,
    int points,
    Interval contention,
    Interval coherency,
    Interval peak,
    List<Rate> rates) {

  /** As many points as Gunther asks for. */
  public static final int ENOUGH = 6;

  /**
   * Creates a forecast.
   *
   * @param law as above
   * @param points as above
   * @param contention as above
   * @param coherency as above
   * @param peak as above
   * @param rates as above
   */
  public Forecast {
    rates = List.copyOf(rates);
  }

  /**
   * A predicted rate.
   *
   * @param workers on as many cores
   * @param rate evaluations a second
   * @param interval where it lies
   */
  public record Rate(int workers, double rate, Interval interval) {}

  /**
   * Returns how far the forecast can be trusted, in words.
   *
   * @return a sentence
   */
  public String trust() {
    if (points < 2) {
      return "One point: nothing can be fitted; more cores are needed to tell anything.";
    }
    if (points == 2) {
      return "Too few points: two cannot tell contention from coherency, so coherency is set to 0;"
          + " the ranges also allow for the loss being all coherency. The extrapolation is"
          + " uncertain.";
    }
    return points < ENOUGH
        ? "Few points: " + points + " (Gunther asks for 6 or more); the extrapolation is uncertain."
        : points + " points, enough for a fit; beyond the cores measured it is an extrapolation.";
  }
}
