package org.multidescent.engine.budget;

/** Thrown in a worker's thread when a call that hangs is abandoned. Carries no stack trace. */
public final class CallTimeout extends RuntimeException {

  public static final CallTimeout INSTANCE = new CallTimeout();

  private static final long serialVersionUID = 1;

  private CallTimeout() {
    super("the call hangs", null, false, false);
  }
}
