package org.multidescent.engine;

/** Something the user supplied, but for the objective, has failed; ends the search. */
final class PartFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Throwable thrown;
  private final String blame;

  /**
   * Creates a failure.
   *
   * @param blame a sentence that says what failed
   * @param thrown what it threw
   */
  PartFailure(String blame, Throwable thrown) {
    super(blame, thrown, false, false);
    this.blame = blame;
    this.thrown = thrown;
  }

  /** Returns a failure whose cause is that a supplied part broke its contract. */
  static PartFailure broken(String blame) {
    return new PartFailure(blame, new IllegalStateException(blame));
  }

  Throwable cause() {
    return thrown;
  }

  String blame() {
    return blame;
  }
}
