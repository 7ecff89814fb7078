package org.multidescent.engine;

/** An event under way. */
interface Span {

  /** Ends the event and records it. */
  void end();
}
