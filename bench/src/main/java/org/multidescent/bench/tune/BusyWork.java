package org.multidescent.bench.tune;

/**
 * Work that keeps a core busy for a given time when it has one of its own: a fixed number of turns
 * of a generator, calibrated once. Waiting for a clock would not do, since a thread that has lost
 * its core would seem to work.
 */
final class BusyWork {

  private static final long CALIBRATION_NANOS = 500_000_000;
  private static final int TRIAL_TURNS = 50_000;
  private static final long MULTIPLIER = 6364136223846793005L;

  private static final double TURNS_PER_NANO = calibrate();

  private BusyWork() {}

  /** Works for a number of nanoseconds; returns 0, in a way the compiler cannot know. */
  static double of(double nanos) {
    return turn((long) (nanos * TURNS_PER_NANO)) == 0 ? 1 : 0;
  }

  private static long turn(long turns) {
    long state = 1;
    for (long i = 0; i < turns; i++) {
      state = state * MULTIPLIER + 1442695040888963407L;
    }
    return state;
  }

  /** The fastest of many trials: others only slow it down, as does code not yet compiled. */
  private static double calibrate() {
    long fastest = Long.MAX_VALUE;
    long sum = 0;
    long end = System.nanoTime() + CALIBRATION_NANOS;
    while (System.nanoTime() < end) {
      long before = System.nanoTime();
      sum += turn(TRIAL_TURNS);
      fastest = Math.min(fastest, System.nanoTime() - before);
    }
    return sum == 0 ? 1 : (double) TRIAL_TURNS / Math.max(1, fastest);
  }
}
