package org.multidescent.engine;

import org.jspecify.annotations.Nullable;

/** The times one worker has nothing to do, if anybody wants to know. */
final class IdleSpan {

  private final int worker;
  private final @Nullable Timing timing;
  private boolean begun;
  private long startNanos;
  private @Nullable Span event;

  IdleSpan(int worker, @Nullable Timing timing) {
    this.worker = worker;
    this.timing = timing;
  }

  /** Begins, unless it has begun. */
  void begin() {
    if (begun) {
      return;
    }
    begun = true;
    event = Journal.idle(worker);
    if (timing != null) {
      startNanos = System.nanoTime();
    }
  }

  /** Ends, if it has begun. */
  void end() {
    if (!begun) {
      return;
    }
    begun = false;
    if (timing != null) {
      timing.idled(System.nanoTime() - startNanos);
    }
    if (event != null) {
      event.end();
    }
  }
}
