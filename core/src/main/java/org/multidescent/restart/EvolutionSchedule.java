package org.multidescent.restart;

import java.util.random.RandomGenerator;
import org.multidescent.descent.Stall;
import org.multidescent.report.Origin;

/**
 * When an evolution strategy has its turn, and how large its runs are.
 *
 * <p>Quasi-Newton descents and perturbations come first: they are the quicker the more there is a
 * gradient to follow. Runs of CMA-ES from uniform positions then take a share of the evaluations,
 * one run at a time, each with twice the offspring of the last (Auger and Hansen, A restart CMA
 * evolution strategy with increasing population size, 2005). A run waits after each generation
 * while it has had its share and its best offspring is above the best optimum; the share grows when
 * a run finds a new best optimum and shrinks when it does not. A run begins for one of five
 * reasons: there has been no new best optimum during a good part of all evaluations; most line
 * searches fail; most descents end in an optimum not seen before, so that there are too many of
 * them to go from one to the next; or the last descents did so, and were costly, as where valleys
 * are rugged, or one alone was very costly: then it has half of the evaluations from the first; or
 * a descent has come to a floor, as where the function has steps: then runs have half of the
 * evaluations, and the first one begins at the best optimum. After a floor or a very costly descent
 * the first run has the standard number of offspring, as it comes early and is to be short; those
 * after it are as large as if it had not been. A descent that ends as its line search fails, as on
 * a kink, does not count as costly: the valley need not be rugged, and a run takes thousands of
 * evaluations to contract to a kink.
 */
final class EvolutionSchedule {

  private static final double FIRST_SHARE = 0.3;
  private static final double RUGGED_SHARE = 0.5;
  private static final double LEAST_SHARE = 0.1;
  private static final double LARGEST_SHARE = 0.8;
  private static final double DECAY = 0.7;
  private static final int DOUBLINGS = 8;
  private static final int FIRST_IN_NOISE = 4;
  private static final double MEMORY = 0.9;
  private static final double MANY_FAILURES = 0.5;
  private static final double FAILING_EVALUATIONS_PER_COORDINATE = 100;
  private static final double MANY_DISCOVERIES = 0.7;
  private static final double RUGGED_EVALUATIONS_PER_COORDINATE = 800;
  private static final double SHORT_MEMORY = 0.6;
  private static final double MANY_COSTLY = 0.6;
  private static final double MANY_FLOORS = 0.3;

  /** A descent is costly beyond so many evaluations a coordinate, of which there are three more. */
  private static final double COSTLY = 20;

  /** Beyond so many, one descent alone says that valleys are rugged. */
  private static final double VERY_COSTLY = 60;

  /** In more coordinates a run needs memory of their square, and more calls than anyone has. */
  static final int MOST_COORDINATES = 1000;

  /** How many numbers {@link #save} writes. */
  static final int SAVED = RunShare.SAVED + 7;

  private final Stagnation stagnation;
  private final RunShare share;
  private int runs;

  /** How many runs there were whose successor has twice the offspring. */
  private int doublings;

  /** The share of late descents whose line search failed. */
  private double failures;

  /** The share of late descents that ended in a new optimum. */
  private double discoveries;

  /** The share of the last descents that did so after many evaluations, and on no kink. */
  private double costly;

  /** Whether a descent ended in a new optimum after very many evaluations. */
  private boolean veryCostly;

  /** The share of the last descents that came down to a floor. */
  private double floors;

  EvolutionSchedule(Stagnation stagnation) {
    this.stagnation = stagnation;
    this.share =
        new RunShare(stagnation::evaluations, FIRST_SHARE, LEAST_SHARE, LARGEST_SHARE, DECAY);
  }

  /** Tells whether a descent began with a run of the evolution strategy. */
  static boolean isRun(Origin origin) {
    return origin instanceof Origin.EvolutionRun;
  }

  RunShare share() {
    return share;
  }

  /** Takes note of a descent that has ended, and was no run of many generations. */
  void learn(Outcome outcome, int dimension) {
    if (!PolishSchedule.isPolish(outcome)) {
      boolean floor = outcome.stall() == Stall.FLOOR;
      boolean failed = floor || outcome.stall() == Stall.STEP || outcome.stall() == Stall.PLATEAU;
      boolean isRugged = outcome.isNew() && outcome.stall() != Stall.STEP;
      double cost = isRugged ? outcome.evaluations() / (dimension + 3.0) : 0;
      failures = share(failures, failed, MEMORY);
      if (!floor || outcome.value() < outcome.startValue()) {
        floors = share(floors, floor, SHORT_MEMORY);
      }
      discoveries = share(discoveries, outcome.isNew(), MEMORY);
      veryCostly |= cost > VERY_COSTLY;
      costly = cost > VERY_COSTLY ? 1 : share(costly, cost > COSTLY, SHORT_MEMORY);
      if (hasFloors()) {
        share.raise(RUGGED_SHARE);
      }
    }
  }

  /** Returns a share of late descents, with one more. */
  private static double share(double before, boolean counts, double memory) {
    return memory * before + (counts ? 1 - memory : 0);
  }

  /** Tells whether there is room for a run. */
  boolean isPossible(int dimension) {
    return dimension <= MOST_COORDINATES;
  }

  private boolean hasFloors() {
    return floors > MANY_FLOORS;
  }

  /** Tells whether another run begins. */
  boolean isDue(int dimension) {
    return isPossible(dimension)
        && share.isFree()
        && (stagnation.lasts(dimension)
            || costly > MANY_COSTLY
            || hasFloors()
            || isOften(failures, MANY_FAILURES, FAILING_EVALUATIONS_PER_COORDINATE * dimension)
            || isOften(
                discoveries, MANY_DISCOVERIES, RUGGED_EVALUATIONS_PER_COORDINATE * dimension));
  }

  private boolean isOften(double rate, double many, double evaluations) {
    return rate > many && stagnation.evaluations() > evaluations;
  }

  /** Begins a run from a uniform position, or from the best optimum. */
  Perturbation begin(KnownOptimum best, SearchView view) {
    int dimension = best.position().length;
    int standard = 4 + (int) (3 * StrictMath.log(dimension));
    boolean fromBest = runs == 0 && hasFloors() && !view.isNoisy();
    boolean early = fromBest || runs == 0 && veryCostly && !view.isNoisy();
    int first =
        view.isNoisy() ? FIRST_IN_NOISE * standard : standard + Math.min(standard, dimension);
    int offspring = early ? standard : first << doublings++ % (DOUBLINGS + 1);
    if (costly > MANY_COSTLY) {
      share.raise(RUGGED_SHARE);
    }
    share.begin();
    runs++;
    return new FirstMean(offspring, best, fromBest, view);
  }

  void save(double[] saved, int offset) {
    saved[offset] = runs;
    saved[offset + 1] = failures;
    saved[offset + 2] = discoveries;
    saved[offset + 3] = costly;
    saved[offset + 4] = floors;
    saved[offset + 5] = doublings;
    saved[offset + 6] = veryCostly ? 1 : 0;
    share.save(saved, offset + 7);
  }

  void restore(double[] saved, int offset) {
    runs = count(saved[offset], "runs");
    failures = saved[offset + 1];
    discoveries = saved[offset + 2];
    costly = saved[offset + 3];
    floors = saved[offset + 4];
    doublings = count(saved[offset + 5], "doublings");
    veryCostly = saved[offset + 6] != 0;
    share.restore(saved, offset + 7);
  }

  private static int count(double saved, String name) {
    int count = (int) saved;
    if (count < 0) {
      throw new IllegalArgumentException(name + ": " + count + " (expected: 0 or more)");
    }
    return count;
  }

  /** One candidate, the best optimum or anywhere in the box. */
  private record FirstMean(int offspring, KnownOptimum best, boolean isBest, SearchView view)
      implements Perturbation {

    @Override
    public long source() {
      return best.id();
    }

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
        u[i] =
            isBest
                ? best.position()[i]
                : lower + (view.startUpper(i) - lower) * random.nextDouble();
      }
    }
  }
}
