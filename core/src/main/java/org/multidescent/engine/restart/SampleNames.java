package org.multidescent.engine.restart;

import org.multidescent.random.Mix;
import org.multidescent.report.Origin;

/**
 * Names of samples, as the random numbers of a stochastic objective are told apart: functions of
 * the search's seed and of what an evaluation is for, not of time, thread or place. Each is a key;
 * the evaluations under it are numbered.
 */
public final class SampleNames {

  private SampleNames() {}

  /** Returns the key of the first evaluation of a start. */
  public static long ofStart(long seed, long index) {
    return of(seed, RandomStreams.START_SAMPLES, index);
  }

  /** Returns the key of the candidates of a perturbation. */
  public static long ofCandidates(long seed, long number) {
    return of(seed, RandomStreams.CANDIDATE_SAMPLES, number);
  }

  /** Returns the key of the evaluations of a descent; its steps go on where the last ended. */
  public static long ofDescent(long seed, Origin origin) {
    long key =
        origin instanceof Origin.Start start
            ? 2 * start.index()
            : 2 * ((Origin.Drawn) origin).place().stream() + 1;
    return of(seed, RandomStreams.DESCENT_SAMPLES, key);
  }

  /** Returns the key of the first value of a descent, as the search that began it named it. */
  public static long ofFirst(long seed, Origin origin) {
    return origin instanceof Origin.Start start
        ? ofStart(seed, start.index())
        : ofCandidates(seed, ((Origin.Drawn) origin).place().stream());
  }

  /** Returns the key of the estimates of where a descent stands. */
  public static long ofEstimates(long seed, Origin origin) {
    return ~ofDescent(seed, origin);
  }

  /** Returns the key of a round at the end of the search. */
  public static long ofRound(long seed, long round) {
    return of(seed, RandomStreams.FINAL_SAMPLES, round);
  }

  private static long of(long seed, long kind, long key) {
    return Mix.mix(Mix.mix(seed, kind), key);
  }
}
