package org.multidescent.engine.budget;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Ending;

/** Whether and why a search has ended: set once, by whoever comes first. */
public final class Termination {

  private record Why(Ending ending, @Nullable Throwable cause, String blame) {}

  private final AtomicReference<@Nullable Why> why = new AtomicReference<>();

  private volatile boolean broken;

  public boolean isEnded() {
    return why.getOpaque() != null;
  }

  /** Ends the search, unless it has ended. */
  public void end(Ending ending) {
    why.compareAndSet(null, new Why(ending, null, ""));
  }

  /** Ends the search, unless it has ended, since a part of it failed half-way through its work. */
  public void fail(Throwable failure) {
    broken = true;
    if (failure instanceof ComponentFailure part) {
      fail(part.cause(), part.message());
    } else {
      fail(failure, "the search failed: " + failure.getClass().getName());
    }
  }

  /**
   * Ends the search for a failure, unless it has ended.
   *
   * @param blame a sentence that says what failed
   */
  public void fail(Throwable cause, String blame) {
    why.compareAndSet(null, new Why(Ending.FAILED, cause, blame));
  }

  /** Ends the search at an event that has its turn, unless it has ended. */
  public void end(OrderedTermination.Event event) {
    why.compareAndSet(null, new Why(event.ending(), event.cause(), event.blame()));
  }

  /** Tells whether the state of the search may be half-changed. */
  public boolean isBroken() {
    return broken;
  }

  @Nullable
  public Ending ending() {
    Why now = why.get();
    return now == null ? null : now.ending;
  }

  @Nullable
  public Throwable cause() {
    Why now = why.get();
    return now == null ? null : now.cause;
  }

  /** Returns what failed, in a sentence; empty if nothing did. */
  public String message() {
    Why now = why.get();
    return now == null ? "" : now.blame;
  }
}
