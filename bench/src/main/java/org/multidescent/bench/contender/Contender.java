package org.multidescent.bench.contender;

/** A method under comparison. An immutable value: each run brings what changes. */
public interface Contender {

  /**
   * Returns its short name, as on the command line.
   *
   * @return the name
   */
  String name();

  /**
   * Tells whether it can use several threads.
   *
   * @return false if a run is the same for any number of workers
   */
  default boolean isParallel() {
    return false;
  }

  /**
   * Searches until it has nothing left to do, or is stopped.
   *
   * @param run what to do, and the only way to the objective
   * @throws org.multidescent.evaluation.StopSearch at the target or at the cap
   */
  void run(Run run);
}
