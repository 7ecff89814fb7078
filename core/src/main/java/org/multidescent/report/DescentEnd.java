package org.multidescent.report;

/** How a descent ended, and so what is known of the position it ended at. */
public enum DescentEnd {
  /** Finished: the projected gradient vanishes. */
  GRADIENT(true),
  /** Finished: steps have become too short, or no step along the search direction is lower. */
  STEP(true),
  /** Finished: further steps gain nothing that counts. */
  VALUE(true),
  /** The descent was given up, since it could hardly become the best: it may lead further down. */
  GAVE_UP(false),
  /**
   * A plateau: the gradient is zero at every width of difference, or all trials along a direction
   * have one value, so no direction leads down.
   */
  PLATEAU(false),
  /** The value is not a number, or infinite. */
  NOT_FINITE(false),
  /** Constraints are violated, and nothing nearby violates them less. */
  INFEASIBLE(false),
  /**
   * Not stalled: a position on the way of a descent, where the search ended or a trial was made.
   */
  UNDER_WAY(false);

  private final boolean finished;

  DescentEnd(boolean finished) {
    this.finished = finished;
  }

  /**
   * Tells whether the descent went on until it could gain nothing more, by its own stall rule.
   *
   * @return whether its end is a local optimum, as far as that rule can tell
   */
  public boolean isFinished() {
    return finished;
  }
}
