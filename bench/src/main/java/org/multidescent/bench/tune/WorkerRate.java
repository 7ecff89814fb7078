package org.multidescent.bench.tune;

import org.multidescent.bench.statistics.Interval;

/**
 * What a number of workers reached. Means are geometric, over the rounds; intervals are of 95 %, by
 * Student's t on logarithms.
 *
 * @param workers the number of threads
 * @param rounds how often it was measured
 * @param measured evaluations of the objective a second, as they came
 * @param rate the same on a machine of one's own: {@code seen}, put up by what other programs took
 * @param rateInterval where that rate lies
 * @param speedUp the rate by that of one worker in the same round
 * @param speedUpInterval where that speed-up lies
 * @param served the share of the core time wanted that was had, 0 to 1; NaN if unknown
 */
public record WorkerRate(
    int workers,
    int rounds,
    double measured,
    double rate,
    Interval rateInterval,
    double speedUp,
    Interval speedUpInterval,
    double served) {

  /**
   * Returns the speed-up for each worker.
   *
   * @return 1 if workers do not disturb each other
   */
  public double efficiency() {
    return speedUp / workers;
  }
}
