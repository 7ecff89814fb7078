package org.multidescent.engine.telemetry;

import org.multidescent.random.Mix;

/**
 * Chooses which turns of one worker are measured.
 *
 * <p>Implementation note. The mean gap between two of them is a power of two, adapted so that what
 * measuring costs, about {@link #SAMPLE_NANOS} a time, is at most a {@link #SHARE} of what the
 * calls themselves take; until one is measured, every turn is. Gaps are drawn evenly from 1 to
 * twice the mean less one: a fixed gap might meet what recurs in step. A turn's weight is the gap
 * that led to it.
 */
final class TurnSampler extends TurnSamplerFields {

  private static final double SAMPLE_NANOS = 100;
  private static final double SHARE = 0.005;
  private static final double MEMORY = 0.75;
  private static final long LONGEST_GAP = 1 << 10;
  private static final long CLOCK_NANOS = clockNanos();

  private final long seed;

  /** LeadingPadding behind the fields. */
  public long q00, q01, q02, q03, q04, q05, q06, q07, q08, q09, q10, q11, q12, q13, q14, q15;

  public TurnSampler(long seed) {
    this.seed = seed;
  }

  /** Tells whether the turn that begins is to be measured; then {@link #choose} follows it. */
  public boolean isDue() {
    return --left <= 0;
  }

  /** Tells whether the next {@link #isDue} will say so. */
  public boolean isNext() {
    return left <= 1;
  }

  /** Returns how many turns the one being measured, or the next that will be, stands for. */
  public long weight() {
    return weight;
  }

  /** Returns the duration of a call alone of what the clock said of it, 0 or more. */
  public static long net(long nanos) {
    return Math.max(0, nanos - CLOCK_NANOS);
  }

  /**
   * Chooses the next turn to be measured.
   *
   * @param nanos what the objective took in the last one, by the number of measurements in it; 0 if
   *     it was not called
   */
  public void choose(double nanos) {
    if (nanos > 0) {
      mean = mean == 0 ? nanos : MEMORY * mean + (1 - MEMORY) * nanos;
    }
    double wanted =
        mean == 0 ? 1 : Math.min(LONGEST_GAP, SAMPLE_NANOS / (SHARE * Math.max(1, mean)));
    long gap = wanted <= 1 ? 1 : Long.highestOneBit((long) Math.ceil(wanted) * 2 - 1);
    weight = 1 + (Mix.mix(seed, ++samples) & (2 * gap - 1)) % (2 * gap - 1);
    left = weight;
  }

  /** Returns what two readings of the clock differ by at least. */
  private static long clockNanos() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 1000; i++) {
      long before = System.nanoTime();
      least = Math.min(least, System.nanoTime() - before);
    }
    return Math.max(0, least);
  }
}
