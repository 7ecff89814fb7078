package org.multidescent.bench.bbob;

/** The test bed's five groups of functions. */
public enum Group {
  /** Functions 1 to 5. */
  SEPARABLE("separable", 1, 5),
  /** Functions 6 to 9: low or moderate conditioning. */
  MODERATE("moderate", 6, 9),
  /** Functions 10 to 14: one optimum, high conditioning. */
  ILL_CONDITIONED("ill-conditioned", 10, 14),
  /** Functions 15 to 19: many optima with an adequate global structure. */
  MULTI_MODAL("multi-modal", 15, 19),
  /** Functions 20 to 24: many optima with a weak global structure. */
  WEAKLY_STRUCTURED("weakly structured", 20, 24);

  private final String label;
  private final int first;
  private final int last;

  Group(String label, int first, int last) {
    this.label = label;
    this.first = first;
    this.last = last;
  }

  /**
   * Returns the group of a function.
   *
   * @param function the function's number, 1 to 24
   * @return its group
   * @throws IllegalArgumentException if there is no such function
   */
  public static Group of(int function) {
    for (Group group : values()) {
      if (group.first <= function && function <= group.last) {
        return group;
      }
    }
    throw new IllegalArgumentException("function: " + function + " (expected: 1 to 24)");
  }

  /**
   * Returns the name to print.
   *
   * @return the group's name in lower case
   */
  public String label() {
    return label;
  }
}
