package org.multidescent.restart;

import java.util.random.RandomGenerator;
import org.multidescent.descent.Stall;
import org.multidescent.report.Origin;

/**
 * When a run of the evolution strategy is due, and how large it is.
 *
 * <p>Quasi-Newton descents and perturbations come first: they are the quicker the more there is a
 * gradient to follow. Runs of CMA-ES from uniform positions then take a share of the evaluations,
 * one run at a time, each with twice the offspring of the last (Auger and Hansen, A restart CMA
 * evolution strategy with increasing population size, 2005). The share grows when a run finds a new
 * best optimum and shrinks when it does not. They begin for one of three reasons: there has been no
 * new best optimum during a good part of all evaluations; most line searches fail, as where the
 * function has steps; or most descents end in an optimum not seen before, so that there are too
 * many of them to go from one to the next.
 */
final class EvolutionSchedule {

  private static final double FIRST_SHARE = 0.3;
  private static final double LEAST_SHARE = 0.1;
  private static final double LARGEST_SHARE = 0.6;
  private static final double GROWTH = 1.5;
  private static final double DECAY = 0.7;
  private static final int DOUBLINGS = 8;
  private static final int FIRST = 2;
  private static final int FIRST_IN_NOISE = 4;
  private static final double MEMORY = 0.9;
  private static final double MANY_FAILURES = 0.5;
  private static final double FAILING_EVALUATIONS_PER_COORDINATE = 100;
  private static final double MANY_DISCOVERIES = 0.7;
  private static final double RUGGED_EVALUATIONS_PER_COORDINATE = 800;

  /** In more coordinates a run needs memory of their square, and more calls than anyone has. */
  static final int MOST_COORDINATES = 1000;

  /** How many numbers {@link #save} writes. */
  static final int SAVED = 6;

  private final Stagnation stagnation;
  private double share = FIRST_SHARE;
  private double spent;
  private int runs;
  private boolean running;

  /** The share of late descents whose line search failed. */
  private double failures;

  /** The share of late descents that ended in a new optimum. */
  private double discoveries;

  EvolutionSchedule(Stagnation stagnation) {
    this.stagnation = stagnation;
  }

  /** Tells whether a descent began with a run of the evolution strategy. */
  static boolean isRun(Outcome outcome) {
    return outcome.origin() instanceof Origin.EvolutionRun;
  }

  /** Takes note of a descent that has ended. */
  void learn(Outcome outcome, boolean newBest) {
    if (isRun(outcome)) {
      running = false;
      spent += outcome.evaluations();
      share =
          newBest ? Math.min(LARGEST_SHARE, share * GROWTH) : Math.max(LEAST_SHARE, share * DECAY);
    } else if (!PolishSchedule.isPolish(outcome)) {
      boolean failed = outcome.stall() == Stall.STEP || outcome.stall() == Stall.PLATEAU;
      failures = share(failures, failed);
      discoveries = share(discoveries, outcome.isNew());
    }
  }

  /** Returns a share of late descents, with one more. */
  private static double share(double before, boolean counts) {
    return MEMORY * before + (counts ? 1 - MEMORY : 0);
  }

  /** Tells whether there is room for a run. */
  boolean isPossible(int dimension) {
    return dimension <= MOST_COORDINATES;
  }

  boolean isDue(int dimension) {
    return !running
        && isPossible(dimension)
        && spent <= share * stagnation.evaluations()
        && (stagnation.lasts(dimension)
            || isOften(failures, MANY_FAILURES, FAILING_EVALUATIONS_PER_COORDINATE * dimension)
            || isOften(
                discoveries, MANY_DISCOVERIES, RUGGED_EVALUATIONS_PER_COORDINATE * dimension));
  }

  private boolean isOften(double rate, double many, double evaluations) {
    return rate > many && stagnation.evaluations() > evaluations;
  }

  /** Begins a run from a uniform position. */
  Perturbation begin(KnownOptimum best, SearchView view) {
    int dimension = best.position().length;
    int standard = 4 + (int) (3 * StrictMath.log(dimension));
    int first = view.isNoisy() ? FIRST_IN_NOISE : FIRST;
    int offspring = first * standard << runs % (DOUBLINGS + 1);
    running = true;
    runs++;
    return new UniformPosition(offspring, best.id(), view);
  }

  void save(double[] saved, int offset) {
    saved[offset] = share;
    saved[offset + 1] = spent;
    saved[offset + 2] = runs;
    saved[offset + 3] = running ? 1 : 0;
    saved[offset + 4] = failures;
    saved[offset + 5] = discoveries;
  }

  void restore(double[] saved, int offset) {
    share = saved[offset];
    spent = saved[offset + 1];
    runs = (int) saved[offset + 2];
    if (runs < 0) {
      throw new IllegalArgumentException("runs: " + runs + " (expected: 0 or more)");
    }
    running = saved[offset + 3] != 0;
    failures = saved[offset + 4];
    discoveries = saved[offset + 5];
  }

  /** One candidate, anywhere in the box. */
  private record UniformPosition(int offspring, long source, SearchView view)
      implements Perturbation {

    @Override
    public Origin.Drawn origin(Origin.Place place) {
      return new Origin.EvolutionRun(offspring, place);
    }

    @Override
    public int candidates() {
      return 1;
    }

    @Override
    public void propose(RandomGenerator random, double[] u) {
      for (int i = 0; i < u.length; i++) {
        double lower = view.startLower(i);
        u[i] = lower + (view.startUpper(i) - lower) * random.nextDouble();
      }
    }
  }
}
