package org.multidescent.engine.telemetry;

/** An event under way. */
interface EventSpan {

  /** Ends the event and records it. */
  void end();
}
