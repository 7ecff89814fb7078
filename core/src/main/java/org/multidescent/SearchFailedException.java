package org.multidescent;

import org.multidescent.report.Result;

/**
 * Thrown when the objective, or something else the user supplied, has failed. The message says what
 * and where, the cause is what it threw, and what the search had found by then is in {@link
 * #result()}.
 */
public final class SearchFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Result result;

  SearchFailedException(String message, Result result, Throwable cause) {
    super(message, cause);
    this.result = result;
  }

  /**
   * Returns what the search had found when it failed.
   *
   * @return the result; it ended by {@code FAILED}
   */
  public Result result() {
    return result;
  }
}
