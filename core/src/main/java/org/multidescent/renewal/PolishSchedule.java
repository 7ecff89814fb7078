package org.multidescent.renewal;

import java.util.random.RandomGenerator;
import org.multidescent.report.Origin;

/**
 * When the best optimum is polished: a descent begins where it stands and ends only where no step
 * finds a lower value.
 *
 * <p>It takes its turn where no new best optimum has been found during a good part of all calls, or
 * where the budget of evaluations is nearly used up; one descent at a time, a limited share of the
 * calls, and again only after a lower value than it ended with has been found. Then most of what is
 * polished stays the best, and easy problems are over before.
 */
final class PolishSchedule {

  private static final double LARGEST_SHARE = 0.1;
  private static final double LAST_SHARE = 0.1;

  /** How many numbers {@link #save} writes. */
  static final int SAVED = 3;

  private final Stagnation stagnation;
  private double spent;
  private double polished = Double.POSITIVE_INFINITY;
  private boolean running;

  PolishSchedule(Stagnation stagnation) {
    this.stagnation = stagnation;
  }

  /** Tells whether a descent polished an optimum. */
  static boolean isPolish(Outcome outcome) {
    return outcome.origin() instanceof Origin.Hop hop && hop.isPolish();
  }

  /** Takes note of a descent that has ended. */
  void learn(Outcome outcome) {
    if (isPolish(outcome)) {
      running = false;
      spent += outcome.calls();
      polished = outcome.value() < polished ? outcome.value() : polished;
    }
  }

  boolean isDue(Site best, Outlook outlook) {
    double calls = stagnation.calls();
    boolean turn = stagnation.lasts(best.position().length) && spent <= LARGEST_SHARE * calls;
    boolean last = outlook.evaluationsLeft() <= LAST_SHARE * calls;
    return !running && best.value() < polished && (turn || last);
  }

  Hop begin(Site best) {
    running = true;
    polished = best.value();
    return new Stay(Origin.Hop.POLISH, best.id(), best.position());
  }

  void save(double[] saved, int offset) {
    saved[offset] = spent;
    saved[offset + 1] = polished;
    saved[offset + 2] = running ? 1 : 0;
  }

  void restore(double[] saved, int offset) {
    spent = saved[offset];
    polished = saved[offset + 1];
    running = saved[offset + 2] != 0;
  }

  /** One candidate: the optimum itself. */
  private record Stay(String kind, long source, double[] position) implements Hop {

    @Override
    public int candidates() {
      return 1;
    }

    @Override
    public void propose(RandomGenerator random, double[] u) {
      System.arraycopy(position, 0, u, 0, u.length);
    }
  }
}
