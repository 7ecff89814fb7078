package org.multidescent.bench.bbob;

/** The 24 functions of the noiseless BBOB test bed. */
public final class Bbob {

  /** How many functions there are; they are numbered from 1. */
  public static final int FUNCTIONS = 24;

  private Bbob() {}

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
    Group group = Group.of(function);
    requireRange(dimension, instance);
    Instance drawn = new Instance(function, dimension, instance);
    return switch (group) {
      case SEPARABLE -> Separable.of(function, drawn);
      case MODERATE -> Moderate.of(function, drawn);
      case ILL_CONDITIONED -> IllConditioned.of(function, drawn);
      case MULTI_MODAL -> MultiModal.of(function, drawn);
      case WEAKLY_STRUCTURED -> WeaklyStructured.of(function, drawn);
    };
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
