package org.multidescent.report;

/** Why a search ended. */
public enum Ending {
  /** A value at or below the target was found. */
  TARGET,
  /** The evaluations of the objective and its gradient are used up. */
  EVALUATIONS,
  /** The steps are used up. */
  STEPS,
  /** The wanted number of points has stalled. */
  STALLS,
  /** The time is up. */
  TIME,
  /** {@code Running.cancel()} was called. */
  CANCELLED,
  /** The thread waiting for the result was interrupted. */
  INTERRUPTED,
  /**
   * No point is left: all have stalled and the restart strategy put nothing in their place, or the
   * 2<sup>31</sup> starts a search may evaluate are used up.
   */
  EXHAUSTED,
  /** The objective failed, and the search does not tolerate it. */
  FAILED,
  /**
   * A search limited by steps alone takes none: 100,000 points have stalled for each step it has
   * taken, and as many before the first.
   */
  NO_STEP
}
