package org.multidescent.engine;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Ending;

/** Whether and why a search has ended: set once, by whoever comes first. */
final class Verdict {

  private record Why(Ending ending, @Nullable Throwable cause, String blame) {}

  private final AtomicReference<@Nullable Why> why = new AtomicReference<>();

  private volatile boolean broken;

  boolean isEnded() {
    return why.getOpaque() != null;
  }

  /** Ends the search, unless it has ended. */
  void end(Ending ending) {
    why.compareAndSet(null, new Why(ending, null, ""));
  }

  /** Ends the search, unless it has ended, since a part of it failed half-way through its work. */
  void fail(Throwable failure) {
    broken = true;
    if (failure instanceof PartFailure part) {
      fail(part.cause(), part.blame());
    } else {
      fail(failure, "the search failed: " + failure.getClass().getName());
    }
  }

  /**
   * Ends the search for a failure, unless it has ended.
   *
   * @param blame a sentence that says what failed
   */
  void fail(Throwable cause, String blame) {
    why.compareAndSet(null, new Why(Ending.FAILED, cause, blame));
  }

  /** Ends the search at an event that has its turn, unless it has ended. */
  void end(Finish.Event event) {
    why.compareAndSet(null, new Why(event.ending(), event.cause(), event.blame()));
  }

  /** Tells whether the state of the search may be half-changed. */
  boolean isBroken() {
    return broken;
  }

  @Nullable Ending ending() {
    Why now = why.get();
    return now == null ? null : now.ending;
  }

  @Nullable Throwable cause() {
    Why now = why.get();
    return now == null ? null : now.cause;
  }

  /** Returns what failed, in a sentence; empty if nothing did. */
  String blame() {
    Why now = why.get();
    return now == null ? "" : now.blame;
  }
}
