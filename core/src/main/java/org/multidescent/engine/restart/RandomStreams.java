package org.multidescent.engine.restart;

/** Whose random numbers they are: first key of a stream, below the search's seed. */
public final class RandomStreams {

  /** What a restart strategy decides; second key: the number of the decision. */
  public static final long DECISIONS = 1;

  /** The candidates of a hop; second key: the number of the decision. */
  public static final long HOPS = 2;

  /** Whether a descent has a coarse first stage; second keys: start or hop, and its number. */
  public static final long COARSE = 3;

  /** The offspring of an evolution strategy; second key: the number of the decision. */
  public static final long EVOLUTION = 4;

  private RandomStreams() {}
}
