package org.multidescent.restart;

import java.util.random.RandomGenerator;
import org.multidescent.report.Origin;

/**
 * When differential evolution near the best optimum has its turn: where nothing else has found a
 * new best optimum during a good part of all evaluations, as where descents end on kinks. Most
 * problems are solved before. It has a share of the evaluations made while that lasts, so that a
 * search that goes on improving pays hardly anything; and the share does not shrink to nothing,
 * since by then everything else finds nothing either.
 */
final class RecombinationSchedule {

  private static final double FIRST_SHARE = 0.4;
  private static final double LEAST_SHARE = 0.3;
  private static final double DECAY = 0.9;
  private static final double FIRST_EVALUATIONS_PER_COORDINATE = 8000;

  /** In more coordinates a run needs memory of their square, and more calls than anyone has. */
  private static final int MOST_COORDINATES = 1000;

  /** How many numbers {@link #save} writes. */
  static final int SAVED = RunShare.SAVED + 1;

  private final Stagnation stagnation;
  private final RunShare share;

  /** The evaluations made while nothing improved. */
  private double stagnant;

  RecombinationSchedule(Stagnation stagnation) {
    this.stagnation = stagnation;
    this.share = new RunShare(() -> stagnant, FIRST_SHARE, LEAST_SHARE, FIRST_SHARE, DECAY);
  }

  /** Tells whether a descent began with a run. */
  static boolean isRun(Origin origin) {
    return origin instanceof Origin.RecombinationRun;
  }

  RunShare share() {
    return share;
  }

  /** Takes note of evaluations that were made. */
  void add(double made, int dimension) {
    if (isAsked(dimension)) {
      stagnant += made;
    }
  }

  /** Tells whether a run begins. */
  boolean isDue(int dimension) {
    return share.isFree() && dimension <= MOST_COORDINATES && isAsked(dimension);
  }

  private boolean isAsked(int dimension) {
    return stagnation.lasts(dimension)
        && stagnation.evaluations() > FIRST_EVALUATIONS_PER_COORDINATE * dimension;
  }

  /** Begins a run at the best optimum. */
  Perturbation begin(KnownOptimum best) {
    share.begin();
    return new AtOptimum(best);
  }

  void save(double[] saved, int offset) {
    saved[offset] = stagnant;
    share.save(saved, offset + 1);
  }

  void restore(double[] saved, int offset) {
    stagnant = saved[offset];
    share.restore(saved, offset + 1);
  }

  /** One candidate: an optimum itself. */
  private record AtOptimum(KnownOptimum optimum) implements Perturbation {

    @Override
    public long source() {
      return optimum.id();
    }

    @Override
    public Origin.Drawn origin(Origin.Place place) {
      return new Origin.RecombinationRun(place);
    }

    @Override
    public int candidates() {
      return 1;
    }

    @Override
    public void propose(RandomGenerator random, double[] u) {
      System.arraycopy(optimum.position(), 0, u, 0, u.length);
    }
  }
}
