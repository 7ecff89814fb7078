package org.multidescent.evaluation;

/**
 * Thrown by an {@link CountedOracle} in the middle of a step when the search ends: the evaluation
 * asked for will not be made. Step rules let it pass, having changed the point's position and value
 * only at the end of a completed step. Carries no stack trace.
 */
public final class StopSearch extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** The one instance; it carries no state. */
  public static final StopSearch INSTANCE = new StopSearch();

  private StopSearch() {
    super("the search has ended", null, false, false);
  }
}
