package org.multidescent.engine.budget;

/** Something the user supplied, but for the objective, has failed; ends the search. */
public final class ComponentFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Throwable thrown;
  private final String message;

  /**
   * Creates a failure.
   *
   * @param blame a sentence that says what failed
   * @param thrown what it threw
   */
  public ComponentFailure(String blame, Throwable thrown) {
    super(blame, thrown, false, false);
    this.message = blame;
    this.thrown = thrown;
  }

  /** Returns a failure whose cause is that a supplied part broke its contract. */
  public static ComponentFailure broken(String blame) {
    return new ComponentFailure(blame, new IllegalStateException(blame));
  }

  public Throwable cause() {
    return thrown;
  }

  public String message() {
    return message;
  }
}
