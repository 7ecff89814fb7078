package org.multidescent.engine.budget;

/** Something the user supplied, but for the objective, has failed; ends the search. */
public final class ComponentFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Throwable thrown;
  private final String message;

  /**
   * Creates a failure.
   *
   * @param message a sentence that says what failed
   * @param thrown what it threw
   */
  public ComponentFailure(String message, Throwable thrown) {
    super(message, thrown, false, false);
    this.message = message;
    this.thrown = thrown;
  }

  /** Returns a failure whose cause is that a supplied part broke its contract. */
  public static ComponentFailure broken(String message) {
    return new ComponentFailure(message, new IllegalStateException(message));
  }

  public Throwable cause() {
    return thrown;
  }

  public String message() {
    return message;
  }
}
