package org.multidescent.restart;

import java.util.function.DoubleSupplier;

/**
 * The share of all evaluations that one kind of run of many generations takes, one run at a time. A
 * run waits after each generation while its kind has had its share, unless it has found a value
 * below all optima. The share grows when a run finds a new best optimum and shrinks when it does
 * not.
 */
final class RunShare {

  private static final double GROWTH = 1.5;

  /** How many numbers {@link #save} writes. */
  static final int SAVED = 5;

  private final DoubleSupplier evaluations;
  private final double least;
  private final double largest;
  private final double decay;
  private double share;
  private double spent;
  private boolean running;

  /** The evaluations of the run that is running, as far as they are counted. */
  private double counted;

  /** Whether the run that waits has found a value below all optima. */
  private boolean leads;

  /**
   * Creates a share.
   *
   * @param evaluations of which it is a share
   * @param first what it is at first
   * @param least what it is at least
   * @param largest what it is at most
   * @param decay what is left of it after a run that found no new best optimum
   */
  RunShare(DoubleSupplier evaluations, double first, double least, double largest, double decay) {
    this.evaluations = evaluations;
    this.share = first;
    this.least = least;
    this.largest = largest;
    this.decay = decay;
  }

  /** Counts the evaluations a run has made by now; returns how many are new. */
  double count(long evaluations) {
    double made = evaluations - counted;
    counted = evaluations;
    spent += made;
    return made;
  }

  /**
   * Takes note of a generation; returns how many evaluations it took.
   *
   * @param best the value of the best optimum
   */
  double learn(Generation generation, double best) {
    leads = generation.value() < best;
    return count(generation.evaluations());
  }

  void begin() {
    running = true;
    counted = 0;
  }

  void end(boolean newBest) {
    running = false;
    leads = false;
    counted = 0;
    share = newBest ? Math.min(largest, share * GROWTH) : Math.max(least, share * decay);
  }

  /** Makes the share no smaller than some other. */
  void raise(double other) {
    share = Math.max(share, other);
  }

  /** Tells whether the run that waits goes on. */
  boolean hasTurn() {
    return spent <= share * evaluations.getAsDouble() || leads;
  }

  /** Tells whether another run may begin. */
  boolean isFree() {
    return !running && hasTurn();
  }

  void save(double[] saved, int offset) {
    saved[offset] = share;
    saved[offset + 1] = spent;
    saved[offset + 2] = running ? 1 : 0;
    saved[offset + 3] = counted;
    saved[offset + 4] = leads ? 1 : 0;
  }

  void restore(double[] saved, int offset) {
    share = saved[offset];
    spent = saved[offset + 1];
    running = saved[offset + 2] != 0;
    counted = saved[offset + 3];
    leads = saved[offset + 4] != 0;
  }
}
