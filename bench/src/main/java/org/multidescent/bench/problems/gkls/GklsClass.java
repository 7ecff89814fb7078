package org.multidescent.bench.problems.gkls;

/**
 * The eight classes usual since Ya. D. Sergeyev and D. E. Kvasov, "Global search based on efficient
 * diagonal partitions and a set of Lipschitz constants", SIAM Journal on Optimization 16 (2006): a
 * simple and a hard one in each of 2 to 5 dimensions. Each function has ten minima, the least is
 * -1.
 */
public enum GklsClass {
  /** Class 1: 2 dimensions, simple. */
  ONE(2, 0.90, 0.20, 1e-4),
  /** Class 2: 2 dimensions, hard. */
  TWO(2, 0.90, 0.10, 1e-4),
  /** Class 3: 3 dimensions, simple. */
  THREE(3, 0.66, 0.20, 1e-6),
  /** Class 4: 3 dimensions, hard. */
  FOUR(3, 0.90, 0.20, 1e-6),
  /** Class 5: 4 dimensions, simple. */
  FIVE(4, 0.66, 0.20, 1e-6),
  /** Class 6: 4 dimensions, hard. */
  SIX(4, 0.90, 0.20, 1e-6),
  /** Class 7: 5 dimensions, simple. */
  SEVEN(5, 0.66, 0.30, 1e-7),
  /** Class 8: 5 dimensions, hard. */
  EIGHT(5, 0.66, 0.20, 1e-7);

  /** How many functions a class has. */
  public static final int FUNCTIONS = 100;

  static final int MINIMA = 10;

  private final int dimension;
  private final double distance;
  private final double radius;
  private final double volume;

  GklsClass(int dimension, double distance, double radius, double volume) {
    this.dimension = dimension;
    this.distance = distance;
    this.radius = radius;
    this.volume = volume;
  }

  /**
   * Returns the class's usual number.
   *
   * @return 1 to 8
   */
  public int number() {
    return ordinal() + 1;
  }

  /**
   * Returns the number of coordinates.
   *
   * @return 2 to 5
   */
  public int dimension() {
    return dimension;
  }

  /** Returns how far the global minimiser lies from the paraboloid's vertex. */
  double distance() {
    return distance;
  }

  /** Returns the radius of the global minimiser's region of attraction. */
  double radius() {
    return radius;
  }

  /**
   * Returns how near to the minimiser a position counts as a solution in publications: no
   * coordinate further away than this share of the box's width.
   *
   * @return the share, a D-th root of 1e-4 to 1e-7
   */
  public double accuracy() {
    return Math.pow(volume, 1.0 / dimension);
  }

  /**
   * Returns a function.
   *
   * @param function its number, 1 to 100
   * @return the function
   * @throws IllegalArgumentException if the number is out of its range
   */
  public GklsFunction function(int function) {
    if (function < 1 || function > FUNCTIONS) {
      throw new IllegalArgumentException("function: " + function + " (expected: 1 to 100)");
    }
    return new GklsGenerator(this, function).generate();
  }
}
