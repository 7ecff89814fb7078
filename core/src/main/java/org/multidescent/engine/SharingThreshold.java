package org.multidescent.engine;

/**
 * Whether evaluations are expensive enough to be shared. What one costs is measured whenever they
 * are shared, and while they are too cheap for that, in one of {@link #RARELY} sets for which
 * somebody idle would be there. Belongs to a worker.
 */
final class SharingThreshold {

  private static final int RARELY = 64;
  private static final double WORTH_NANOS = 50_000;

  private final boolean isAlways;
  private int skipped = RARELY;
  private double nanosPerEvaluation;

  /**
   * Creates a threshold.
   *
   * @param isAlways whether evaluations are shared whatever they cost
   */
  SharingThreshold(boolean isAlways) {
    this.isAlways = isAlways;
  }

  /** Tells whether so many are worth sharing, by what is known of their cost. */
  boolean isReached(int count) {
    return isAlways || nanosPerEvaluation * count >= WORTH_NANOS;
  }

  /** Tells whether so many are worth sharing, or it is time to measure what one costs. */
  boolean isToBeTried(int count) {
    return isReached(count) || ++skipped >= RARELY;
  }

  /** Takes what a single evaluation has cost that was made to find that out. */
  void measuredAgain(long nanos) {
    skipped = 0;
    nanosPerEvaluation = nanos;
  }

  /** Takes what so many have cost. */
  void measured(long nanos, int count) {
    if (count > 0) {
      nanosPerEvaluation = (double) nanos / count;
    }
  }
}
