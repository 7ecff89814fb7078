package org.multidescent.engine.restart;

/** Whose random numbers they are: first key of a stream, below the search's seed. */
final class RandomStreams {

  /** What a restart strategy decides; second key: the number of the decision. */
  public static final long DECISIONS = 1;

  /** The candidates of a perturbation; second key: the number of the decision. */
  public static final long CANDIDATES = 2;

  /**
   * Whether a descent has a coarse first stage; second keys: start or perturbation, and its number.
   */
  public static final long COARSE = 3;

  /** The offspring of an evolution strategy; second key: the number of the decision. */
  public static final long EVOLUTION = 4;

  /** The sample of a start's first evaluation; second key: the start. */
  static final long START_SAMPLES = 5;

  /** The samples of a perturbation's candidates; second key: the number of the decision. */
  static final long CANDIDATE_SAMPLES = 6;

  /** The samples of a descent; second key: where it began. */
  static final long DESCENT_SAMPLES = 7;

  /** The samples of the end; second key: the round. */
  static final long FINAL_SAMPLES = 8;

  private RandomStreams() {}
}
