package org.multidescent.restart;

import java.util.random.RandomGenerator;
import org.multidescent.report.Origin;

/**
 * When the best optimum is polished: a descent begins there, and ends only where no step finds a
 * lower value.
 *
 * <p>Implementation note. It takes its turn where no new best optimum has been found during a good
 * part of all evaluations, or where the budget of evaluations is nearly used up; one at a time, and
 * for a limited share of the evaluations. So most of what is polished stays the best, and easy
 * problems are solved before. One that ended with the value it began with, or a little lower, need
 * not have ended at the minimum: on the floor of a very narrow valley the first steps learn nothing
 * of its bounds and come to nothing. Therefore, each time the calls have doubled and nothing lower
 * has been found, another begins a little beside the optimum, and learns the bounds on its way
 * down.
 */
final class PolishSchedule {

  private static final double LARGEST_SHARE = 0.05;
  private static final double LAST_SHARE = 0.1;
  private static final double PATIENCE = 2;
  private static final double BESIDE = 0.01;

  /** How many numbers {@link #save} writes. */
  static final int SAVED = 4;

  private final Stagnation stagnation;
  private double spent;
  private double polished = Double.POSITIVE_INFINITY;
  private double again;
  private boolean running;

  PolishSchedule(Stagnation stagnation) {
    this.stagnation = stagnation;
  }

  /** Tells whether a descent polished an optimum. */
  static boolean isPolish(Outcome outcome) {
    return outcome.origin() instanceof Origin.Polish;
  }

  /** Takes note of a descent that has ended. */
  void learn(Outcome outcome) {
    if (isPolish(outcome)) {
      running = false;
      spent += outcome.evaluations();
      polished = outcome.value() < polished ? outcome.value() : polished;
    }
  }

  boolean isDue(KnownOptimum best, SearchView view) {
    double evaluations = stagnation.evaluations();
    boolean lower = best.value() < polished;
    boolean last = lower && view.evaluationsLeft() <= LAST_SHARE;
    boolean turn =
        (lower || evaluations > again)
            && stagnation.lasts(best.position().length)
            && spent <= LARGEST_SHARE * evaluations;
    return !running && (turn || last);
  }

  /** Begins at the optimum, or beside it if it has been polished. */
  Perturbation begin(KnownOptimum best, SearchView view) {
    double deviation = best.value() < polished ? 0 : BESIDE;
    running = true;
    polished = best.value();
    again = PATIENCE * stagnation.evaluations();
    return new NearOptimum(best.id(), best.position(), deviation, view);
  }

  void save(double[] saved, int offset) {
    saved[offset] = spent;
    saved[offset + 1] = polished;
    saved[offset + 2] = again;
    saved[offset + 3] = running ? 1 : 0;
  }

  void restore(double[] saved, int offset) {
    spent = saved[offset];
    polished = saved[offset + 1];
    again = saved[offset + 2];
    running = saved[offset + 3] != 0;
  }

  /** One candidate, normally distributed; the deviation is a fraction of the box. */
  private record NearOptimum(long source, double[] position, double deviation, SearchView view)
      implements Perturbation {

    @Override
    public Origin.Drawn origin(Origin.Place place) {
      return new Origin.Polish(place);
    }

    @Override
    public int candidates() {
      return 1;
    }

    @Override
    public void propose(RandomGenerator random, double[] u) {
      for (int i = 0; i < u.length; i++) {
        double width = view.startUpper(i) - view.startLower(i);
        u[i] = position[i] + deviation * width * random.nextGaussian();
      }
    }
  }
}
