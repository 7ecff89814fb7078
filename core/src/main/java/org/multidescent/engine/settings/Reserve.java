package org.multidescent.engine.settings;

/**
 * How many evaluations a search of a noisy objective keeps for its end, when the candidates for the
 * best position are evaluated again and one is chosen.
 */
public final class Reserve {

  private static final double SHARE = 0.05;
  private static final long LEAST = 40;
  private static final long MOST = 10_000;
  private static final int LARGEST_PART = 4;

  private Reserve() {}

  /** Returns the number for a budget, or for what was used if there is no limit. */
  public static long of(long evaluations) {
    long wanted = Math.min(MOST, Math.max(LEAST, (long) (SHARE * evaluations)));
    return Math.min(wanted, evaluations / LARGEST_PART);
  }
}
