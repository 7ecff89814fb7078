package org.multidescent;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multidescent.engine.SearchEngine;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/** A search at work. Safe to use from any thread. */
public final class Running {

  private final SearchEngine work;
  private volatile @Nullable ShutdownHook hook;

  Running(SearchEngine work) {
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
   * Has the search end in order when the JVM is told to stop, by Ctrl-C or SIGTERM: it is
   * cancelled, {@link #await} returns with what was found, and the calling thread, which should be
   * the one that waits, has up to ten seconds to finish its work, such as printing the result,
   * before the JVM stops. So a whole program is {@code
   * System.out.println(search.start().cancelOnShutdown().await())}. Does nothing more once the
   * search has ended.
   *
   * @return this
   */
  public Running cancelOnShutdown() {
    ShutdownHook added = new ShutdownHook(work, Thread.currentThread());
    hook = added;
    added.add();
    return this;
  }

  /**
   * Tells whether checkpoints are written as they should be. A search goes on without.
   *
   * @return why the last one could not be written; empty if it was, or there are none
   */
  public Optional<Throwable> checkpointFailure() {
    return Optional.ofNullable(work.checkpointFailure());
  }

  /**
   * Tells whether the search has ended.
   *
   * @return whether {@link #await} would return at once
   */
  public boolean isDone() {
    return work.isDone();
  }

  /** Tells whether a reproducible search goes on only when so many calls have returned. */
  boolean isWaitingFor(int calls) {
    return work.isWaitingFor(calls);
  }

  /**
   * Waits for the search to end. If the waiting thread is interrupted the search ends within one
   * evaluation, its result says so, and the thread's interrupted status is set again.
   *
   * @return what the search found
   * @throws SearchFailedException if the objective or another supplied part threw something, an
   *     {@link Error} too: it is the cause; the exception has the result
   * @throws IllegalStateException if the calling thread is one of the search's own workers
   */
  public Result await() {
    work.await();
    ShutdownHook added = hook;
    if (added != null) {
      added.remove();
    }
    Result result = work.result();
    Throwable failure = work.failure();
    if (failure == null) {
      return result;
    }
    throw new SearchFailedException(work.failureMessage(), result, failure);
  }
}
