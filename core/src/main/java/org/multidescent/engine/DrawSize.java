package org.multidescent.engine;

/**
 * How many fresh starts a worker of a free-running search draws at once: as many as take some
 * microseconds, so that cheap ones cost no shared write each, and costly ones are seen by others as
 * soon as they are evaluated. Belongs to a worker.
 */
final class DrawSize {

  static final int MOST = 256;

  /** Shorter than an idle worker waits before it looks for starts again. */
  private static final long LONGEST_NANOS = 20_000;

  /** So many starts are evaluated between two looks at the clock. */
  private static final int BETWEEN_LOOKS = 16;

  private final int most;
  private int count = 1;
  private long begun;

  /**
   * Creates the size of a worker's first draw: one.
   *
   * @param isBatch whether all of a draw are evaluated in one call; then there is one in each,
   *     since of a call that the end cuts short nothing is kept
   */
  DrawSize(boolean isBatch) {
    most = isBatch ? 1 : MOST;
  }

  /** Returns how many to draw. */
  int count() {
    return count;
  }

  /** Begins to evaluate starts. */
  void begin(long nanos) {
    begun = nanos;
  }

  /** Tells whether the starts evaluated so far are to be committed, since they took long. */
  boolean isLong(int done) {
    return done % BETWEEN_LOOKS == 0 && System.nanoTime() - begun > LONGEST_NANOS;
  }

  /** Takes note of starts that were evaluated. */
  void end(int done, long nanos) {
    long taken = nanos - begun;
    if (taken > LONGEST_NANOS) {
      count = (int) Math.max(1, Math.min(count / 2, done * LONGEST_NANOS / taken));
    } else if (done >= count && 2 * taken <= LONGEST_NANOS) {
      count = Math.min(most, 2 * count);
    }
  }
}
