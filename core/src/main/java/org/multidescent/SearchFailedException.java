package org.multidescent;

import java.util.List;
import org.multidescent.report.Fault;
import org.multidescent.report.Result;

/**
 * Thrown when the objective threw an exception, which is the cause. What the search had found by
 * then is in {@link #result()}.
 */
public final class SearchFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Result result;

  SearchFailedException(Result result, Throwable cause) {
    super(message(result), cause);
    this.result = result;
  }

  /**
   * Returns what the search had found when it failed.
   *
   * @return the result, whose last fault says where the objective failed
   */
  public Result result() {
    return result;
  }

  private static String message(Result result) {
    List<Fault> faults = result.firstFaults();
    return faults.isEmpty()
        ? "the search failed"
        : "the objective failed: " + faults.get(faults.size() - 1);
  }
}
