package org.multidescent.engine;

import org.jspecify.annotations.Nullable;
import org.multidescent.engine.settings.Listeners;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/** A search at work, and what can be asked of it meanwhile from any thread. */
public interface SearchEngine {

  /**
   * Starts a search: free-running, or in lanes if its settings say so.
   *
   * @param settings what to do
   * @param listeners who is told meanwhile
   * @return the search at work
   */
  static SearchEngine start(SearchSettings settings, Listeners listeners) {
    return settings.lanes() > 0
        ? OrderedEngine.start(settings, listeners)
        : FreeEngine.start(settings, listeners);
  }

  /** Ends the search within one evaluation. */
  void cancel();

  /**
   * Waits for the search to end. If the waiting thread is interrupted the search ends, and the
   * thread's interrupted status is set again.
   */
  void await();

  /**
   * Tells whether all workers have ended.
   *
   * @return whether {@link #result} may be called
   */
  boolean isDone();

  /**
   * Returns what made the search fail.
   *
   * @return what the objective threw, or null
   */
  @Nullable Throwable failure();

  /**
   * Returns what failed.
   *
   * @return a sentence, empty if nothing did
   */
  String failureMessage();

  /**
   * Returns why the last checkpoint could not be written.
   *
   * @return what was thrown, or null if it was written, or there are none
   */
  @Nullable Throwable checkpointFailure();

  /**
   * Returns the counters now.
   *
   * @return a snapshot
   */
  Progress progress();

  /**
   * Returns what the search found; after it has ended.
   *
   * @return the result
   */
  Result result();
}
