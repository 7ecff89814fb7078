package org.multidescent.function;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a batch objective some of whose positions failed, after it has written the values of
 * the others. Each failure counts as one of its position alone.
 */
public final class BatchException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What failed at each position; null where nothing did. */
  private final @Nullable Throwable[] failures;

  /**
   * Creates an exception.
   *
   * @param failures for each position of the batch what failed, null where its value was written;
   *     positions beyond the end have values
   */
  public BatchException(@Nullable Throwable[] failures) {
    this(failures.clone(), first(failures));
  }

  private BatchException(@Nullable Throwable[] failures, @Nullable Throwable first) {
    super(
        "positions of a batch failed"
            + (first == null ? "" : ", the first of them with " + first.getClass().getName()),
        first);
    this.failures = failures;
  }

  private static @Nullable Throwable first(@Nullable Throwable[] failures) {
    for (Throwable failure : failures) {
      if (failure != null) {
        return failure;
      }
    }
    return null;
  }

  /**
   * Returns what failed at a position.
   *
   * @param index which position of the batch, from 0
   * @return what was thrown there; null if the position has a value
   */
  public @Nullable Throwable failure(int index) {
    return index < failures.length ? failures[index] : null;
  }
}
