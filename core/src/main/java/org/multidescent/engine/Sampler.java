package org.multidescent.engine;

import org.multidescent.random.Mix;

/**
 * Chooses which calls of one kind are measured, for one worker.
 *
 * <p>Implementation note. The mean gap between two samples is a power of two, adapted so that a
 * sample, which costs about {@link #SAMPLE_NANOS}, takes at most a {@link #SHARE} of the time that
 * the calls themselves take. Gaps are drawn evenly from 1 to twice the mean less one: a fixed gap
 * might meet the same component of each gradient. A sample's weight is the gap that led to it.
 */
final class Sampler extends SamplerState {

  private static final double SAMPLE_NANOS = 100;
  private static final double SHARE = 0.005;
  private static final double MEMORY = 0.75;
  private static final long LONGEST_GAP = 1 << 14;
  private static final long CLOCK_NANOS = clockNanos();

  private final long seed;

  /** Padding behind the fields. */
  long q00, q01, q02, q03, q04, q05, q06, q07, q08, q09, q10, q11, q12, q13, q14, q15;

  Sampler(long seed) {
    this.seed = seed;
  }

  /** Tells whether the call about to be made is to be measured. */
  boolean isDue() {
    return --left <= 0;
  }

  /** Returns how many calls the one being measured stands for. */
  long weight() {
    return weight;
  }

  /**
   * Takes what the clock said of a measured call and chooses the next one.
   *
   * @return the duration of the call alone, 0 or more
   */
  long measured(long nanos) {
    long net = Math.max(0, nanos - CLOCK_NANOS);
    mean = mean == 0 ? nanos : MEMORY * mean + (1 - MEMORY) * nanos;
    double wanted = Math.min(LONGEST_GAP, SAMPLE_NANOS / (SHARE * Math.max(1, mean)));
    long gap = wanted <= 1 ? 1 : Long.highestOneBit((long) Math.ceil(wanted) * 2 - 1);
    weight = 1 + (Mix.mix(seed, ++samples) & (2 * gap - 1)) % (2 * gap - 1);
    left = weight;
    return net;
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
