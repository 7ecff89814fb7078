package org.multidescent.restart;

/** For how long a search has found no new best optimum. */
final class Stagnation {

  private static final double FIRST_EVALUATIONS_PER_COORDINATE = 400;
  private static final double LASTING = 0.4;

  /** How many numbers {@link #save} writes. */
  static final int SAVED = 2;

  private double evaluations;
  private double sinceBest;

  /** Takes note of evaluations that were made, and whether they led to a new best optimum. */
  void add(double made, boolean newBest) {
    evaluations += made;
    sinceBest = newBest ? 0 : sinceBest + made;
  }

  /** Returns the calls of all descents that have ended. */
  double evaluations() {
    return evaluations;
  }

  /** Tells whether a good part of all evaluations has gone by without a new best optimum. */
  boolean lasts(int dimension) {
    return evaluations > FIRST_EVALUATIONS_PER_COORDINATE * dimension
        && sinceBest > LASTING * evaluations;
  }

  void save(double[] saved, int offset) {
    saved[offset] = evaluations;
    saved[offset + 1] = sinceBest;
  }

  void restore(double[] saved, int offset) {
    evaluations = saved[offset];
    sinceBest = saved[offset + 1];
  }
}
