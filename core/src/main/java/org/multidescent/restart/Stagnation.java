package org.multidescent.restart;

/** For how long a search has found no new best optimum. */
final class Stagnation {

  private static final double FIRST_CALLS_PER_COORDINATE = 400;
  private static final double LASTING = 0.4;

  /** How many numbers {@link #save} writes. */
  static final int SAVED = 2;

  private double calls;
  private double sinceBest;

  /** Takes note of a descent that has ended. */
  void note(Outcome outcome, boolean newBest) {
    calls += outcome.evaluations();
    sinceBest = newBest ? 0 : sinceBest + outcome.evaluations();
  }

  /** Returns the calls of all descents that have ended. */
  double calls() {
    return calls;
  }

  /** Tells whether a good part of all calls has gone by without a new best optimum. */
  boolean lasts(int dimension) {
    return calls > FIRST_CALLS_PER_COORDINATE * dimension && sinceBest > LASTING * calls;
  }

  void save(double[] saved, int offset) {
    saved[offset] = calls;
    saved[offset + 1] = sinceBest;
  }

  void restore(double[] saved, int offset) {
    calls = saved[offset];
    sinceBest = saved[offset + 1];
  }
}
