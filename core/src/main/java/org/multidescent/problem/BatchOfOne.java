package org.multidescent.problem;

import org.multidescent.function.BatchException;

/** A call of a batch for one position. */
final class BatchOfOne {

  private BatchOfOne() {}

  /** Makes the call; what failed at the position is thrown as it is. */
  static void make(Runnable call) {
    try {
      call.run();
    } catch (BatchException some) {
      Throwable failure = some.failure(0);
      if (failure != null) {
        throw BatchOfOne.<RuntimeException>unchecked(failure);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable failure) throws T {
    throw (T) failure;
  }
}
