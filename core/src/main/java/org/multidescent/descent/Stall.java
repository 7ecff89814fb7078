package org.multidescent.descent;

/** Why a point stopped moving. */
public enum Stall {
  /** The projected gradient vanishes: a stationary point. */
  GRADIENT(true),
  /** Steps have become too short, or the line search found no lower value. */
  STEP(true),
  /** Steps no longer gain anything that counts. */
  VALUE(true),
  /** The gradient is zero at every width of difference: no direction leads down. */
  PLATEAU(false),
  /** The value is not a number, or infinite, so that there is nothing to descend from. */
  NOT_FINITE(false),
  /** Constraints are violated, and nothing nearby violates them less. */
  INFEASIBLE(false),
  /** Too many other descents were lower after as many gradients of samples. */
  OUTRUN(false),
  /** The line search found no other value than the point's, as on a step of stairs. */
  FLOOR(true);

  private final boolean optimum;

  Stall(boolean optimum) {
    this.optimum = optimum;
  }

  /**
   * Tells whether a point that stalled for this reason is listed as a local optimum.
   *
   * @return false for {@link #PLATEAU}, {@link #NOT_FINITE}, {@link #INFEASIBLE} and {@link
   *     #OUTRUN}
   */
  public boolean isOptimum() {
    return optimum;
  }
}
