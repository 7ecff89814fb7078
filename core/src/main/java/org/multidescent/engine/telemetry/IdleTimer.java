package org.multidescent.engine.telemetry;

import org.jspecify.annotations.Nullable;

/** The times one worker has nothing to do, if anybody wants to know. */
public final class IdleTimer {

  private final int worker;
  private final @Nullable WorkerTimer timing;
  private boolean running;
  private long startNanos;
  private @Nullable EventSpan event;

  public IdleTimer(int worker, @Nullable WorkerTimer timing) {
    this.worker = worker;
    this.timing = timing;
  }

  /** Begins, unless it has begun. */
  public void begin() {
    if (running) {
      return;
    }
    running = true;
    event = FlightRecorder.idle(worker);
    if (timing != null) {
      startNanos = System.nanoTime();
    }
  }

  /** Ends, if it has begun. */
  public void end() {
    if (!running) {
      return;
    }
    running = false;
    if (timing != null) {
      timing.idled(System.nanoTime() - startNanos);
    }
    if (event != null) {
      event.end();
    }
  }
}
