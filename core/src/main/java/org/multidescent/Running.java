package org.multidescent;

import org.multidescent.engine.Work;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/** A search at work. Safe to use from any thread. */
public final class Running {

  private final Work work;

  Running(Work work) {
    this.work = work;
  }

  /**
   * Returns the counters now.
   *
   * @return a snapshot
   */
  public Progress progress() {
    return work.progress();
  }

  /** Ends the search within one evaluation of the objective; does not wait for it. */
  public void cancel() {
    work.cancel();
  }

  /**
   * Tells whether the search has ended.
   *
   * @return whether {@link #await} would return at once
   */
  public boolean isDone() {
    return work.isDone();
  }

  /**
   * Waits for the search to end. If the waiting thread is interrupted the search ends within one
   * evaluation, its result says so, and the thread's interrupted status is set again.
   *
   * @return what the search found
   * @throws SearchFailedException if the objective threw an exception
   */
  public Result await() {
    work.await();
    Result result = work.result();
    Throwable failure = work.failure();
    if (failure == null) {
      return result;
    }
    SearchFailedException failed = new SearchFailedException(result, failure);
    if (failure instanceof Error error) {
      error.addSuppressed(failed);
      throw error;
    }
    throw failed;
  }
}
