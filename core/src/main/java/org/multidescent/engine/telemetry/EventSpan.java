package org.multidescent.engine.telemetry;

/** An event under way. */
public interface EventSpan {

  /** Ends the event and records it. */
  void end();
}
