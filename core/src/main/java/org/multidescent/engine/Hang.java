package org.multidescent.engine;

/** Thrown in a worker's thread when it is let go of a call that hangs. Carries no stack trace. */
final class Hang extends RuntimeException {

  static final Hang INSTANCE = new Hang();

  private static final long serialVersionUID = 1;

  private Hang() {
    super("the call hangs", null, false, false);
  }
}
