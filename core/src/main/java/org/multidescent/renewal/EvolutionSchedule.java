package org.multidescent.renewal;

import java.util.random.RandomGenerator;
import org.multidescent.descent.Stall;
import org.multidescent.report.Origin;

/**
 * When a run of the evolution strategy is due, and how large it is.
 *
 * <p>Quasi-Newton descents and hops come first: they are the quicker the more there is a gradient
 * to follow. Where they have found no new best optimum during a good part of all calls, runs of
 * CMA-ES from uniform positions take a share of the calls, one run at a time, each with twice the
 * offspring of the last (Auger and Hansen, A restart CMA evolution strategy with increasing
 * population size, 2005). The share grows when a run finds a new best optimum and shrinks when it
 * does not.
 */
final class EvolutionSchedule {

  private static final double FIRST_SHARE = 0.3;
  private static final double LEAST_SHARE = 0.1;
  private static final double LARGEST_SHARE = 0.6;
  private static final double GROWTH = 1.5;
  private static final double DECAY = 0.7;
  private static final int DOUBLINGS = 8;
  private static final double FAILURES = 0.5;
  private static final double MEMORY = 0.9;
  private static final double FIRST_CALLS_PER_COORDINATE = 100;

  /** How many numbers {@link #save} writes. */
  static final int SAVED = 5;

  private final Stagnation stagnation;
  private double share = FIRST_SHARE;
  private double spent;
  private int runs;
  private boolean running;

  /** The share of late descents whose line search failed. */
  private double failures;

  EvolutionSchedule(Stagnation stagnation) {
    this.stagnation = stagnation;
  }

  /** Tells whether a descent began with a run of the evolution strategy. */
  static boolean isRun(Outcome outcome) {
    return outcome.origin() instanceof Origin.Hop hop && hop.offspring() > 0;
  }

  /** Takes note of a descent that has ended. */
  void learn(Outcome outcome, boolean newBest) {
    if (isRun(outcome)) {
      running = false;
      spent += outcome.calls();
      share =
          newBest ? Math.min(LARGEST_SHARE, share * GROWTH) : Math.max(LEAST_SHARE, share * DECAY);
    } else if (!PolishSchedule.isPolish(outcome)) {
      boolean failed = outcome.stall() == Stall.SHORT || outcome.stall() == Stall.PLATEAU;
      failures = MEMORY * failures + (failed ? 1 - MEMORY : 0);
    }
  }

  boolean isDue(int dimension) {
    return !running
        && spent <= share * stagnation.calls()
        && (stagnation.lasts(dimension) || isDescentHopeless(dimension));
  }

  /** Tells whether gradients lead nowhere, as on a function of steps. */
  private boolean isDescentHopeless(int dimension) {
    return failures > FAILURES && stagnation.calls() > FIRST_CALLS_PER_COORDINATE * dimension;
  }

  /** Begins a run from a uniform position. */
  Hop begin(Site best, Outlook box) {
    int dimension = best.position().length;
    int standard = 4 + (int) (3 * StrictMath.log(dimension));
    int offspring = 2 * standard << runs % (DOUBLINGS + 1);
    running = true;
    runs++;
    return new UniformHop(Origin.Hop.evolution(offspring), best.id(), box);
  }

  void save(double[] saved, int offset) {
    saved[offset] = share;
    saved[offset + 1] = spent;
    saved[offset + 2] = runs;
    saved[offset + 3] = running ? 1 : 0;
    saved[offset + 4] = failures;
  }

  void restore(double[] saved, int offset) {
    share = saved[offset];
    spent = saved[offset + 1];
    runs = (int) saved[offset + 2];
    running = saved[offset + 3] != 0;
    failures = saved[offset + 4];
  }

  /** One candidate, anywhere in the box. */
  private record UniformHop(String kind, long source, Outlook box) implements Hop {

    @Override
    public int candidates() {
      return 1;
    }

    @Override
    public void propose(RandomGenerator random, double[] u) {
      for (int i = 0; i < u.length; i++) {
        double lower = box.boxLower(i);
        u[i] = lower + (box.boxUpper(i) - lower) * random.nextDouble();
      }
    }
  }
}
