package org.multidescent.report;

/**
 * Takes measured durations from one worker: evaluations, slices and looks at the frontier. Each
 * worker has a probe of its own and calls it on its own thread, so a probe needs no lock to be
 * written; what reads it from elsewhere must take care.
 *
 * <p>Only some calls are measured, chosen by chance and so rarely that reading the clock costs a
 * small part of a worker's time. A measured call stands for itself and for those passed over since
 * the last one: its weight is their number, and the sum of the weights is about the number of all
 * calls. A step's evaluations are measured all or none. The cost of reading the clock has been
 * taken off.
 *
 * <p>A probe must be quick, and must not throw: what it throws ends the search.
 */
public interface Probe {

  /**
   * Takes the duration of an evaluation of the objective or of its gradient.
   *
   * @param nanos how long it took, 0 or more; a batch: divided by its size
   * @param weight how many evaluations it stands for, 1 or more
   */
  void evaluation(long nanos, long weight);

  /**
   * Takes the duration of a slice.
   *
   * @param nanos how long it took, 0 or more
   * @param steps how many steps it had
   * @param weight how many slices it stands for, 1 or more
   */
  void slice(long nanos, long steps, long weight);

  /**
   * Takes the duration of a look at the frontier, whether a point was taken or not.
   *
   * @param nanos how long it took, 0 or more
   * @param weight how many looks it stands for, 1 or more
   */
  void poll(long nanos, long weight);
}
