package org.multidescent.bench.bbob;

import java.util.List;

/** The 24 functions of the noiseless BBOB test bed. */
public final class Bbob {

  /** How many functions there are; they are numbered from 1. */
  public static final int FUNCTIONS = 24;

  private static final List<Group> GROUPS =
      List.of(
          new Group("separable", 1, 5),
          new Group("moderate", 6, 9),
          new Group("ill-conditioned", 10, 14),
          new Group("multi-modal", 15, 19),
          new Group("weakly structured", 20, 24));

  private Bbob() {}

  /**
   * Returns the five groups of functions, which the suites made of these functions share.
   *
   * @return the groups
   */
  public static List<Group> groups() {
    return GROUPS;
  }

  /**
   * Returns the suite {@code bbob}.
   *
   * @return the 24 functions, and a selection of what is published about them
   */
  public static Suite suite() {
    return new Suite(
        "the 24 noiseless BBOB functions",
        "2,5,10",
        GROUPS,
        TargetSet.UNCONSTRAINED,
        Bbob::function,
        PublishedResults.beside(Bbob.class),
        PublishedTimes.beside(Bbob.class, TargetSet.UNCONSTRAINED));
  }

  /**
   * Returns a function.
   *
   * @param function its number, 1 to 24
   * @param dimension the number of coordinates, 2 or more
   * @param instance which shift and rotation of the function, 1 or more
   * @return the function
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static BbobFunction function(int function, int dimension, int instance) {
    double fOpt = new Instance(function, dimension, instance).fOpt();
    return new BbobFunction(function, instance, fOpt, excess(function, dimension, instance));
  }

  /**
   * Returns a function less its least value.
   *
   * @param function its number, 1 to 24
   * @param dimension the number of coordinates, 2 or more
   * @param instance which shift and rotation of the function, 1 or more
   * @return optimum and height
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static Excess excess(int function, int dimension, int instance) {
    requireFunction(function);
    requireRange(dimension, instance);
    Instance drawn = new Instance(function, dimension, instance);
    return switch (function) {
      case 1, 2, 3, 4, 5 -> Separable.of(function, drawn);
      case 6, 7, 8, 9 -> Moderate.of(function, drawn);
      case 10, 11, 12, 13, 14 -> IllConditioned.of(function, drawn);
      case 15, 16, 17, 18, 19 -> MultiModal.of(function, drawn);
      default -> WeaklyStructured.of(function, drawn);
    };
  }

  /**
   * Checks a function's number.
   *
   * @param function the number
   * @throws IllegalArgumentException if it is not one of 1 to 24
   */
  public static void requireFunction(int function) {
    if (function < 1 || function > FUNCTIONS) {
      throw new IllegalArgumentException("function: " + function + " (expected: 1 to 24)");
    }
  }

  /**
   * Checks two of a function's numbers.
   *
   * @param dimension the number of coordinates
   * @param instance the instance's number
   * @throws IllegalArgumentException if there are fewer than 2 coordinates, or the instance is
   *     below 1
   */
  public static void requireRange(int dimension, int instance) {
    if (dimension < 2) {
      throw new IllegalArgumentException("dimension: " + dimension + " (expected: 2 or more)");
    }
    if (instance < 1) {
      throw new IllegalArgumentException("instance: " + instance + " (expected: 1 or more)");
    }
  }
}
