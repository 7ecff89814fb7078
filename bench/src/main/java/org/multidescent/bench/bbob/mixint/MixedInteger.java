package org.multidescent.bench.bbob.mixint;

import org.multidescent.bench.bbob.Bbob;
import org.multidescent.bench.bbob.BbobFunction;
import org.multidescent.bench.bbob.PublishedResults;
import org.multidescent.bench.bbob.PublishedTimes;
import org.multidescent.bench.bbob.Suite;
import org.multidescent.bench.bbob.TargetSet;
import org.multidescent.bench.bbob.largescale.LargeScale;

/** The 24 functions of the suite {@code bbob-mixint}. */
public final class MixedInteger {

  /** From this dimension on, the large-scale functions are inside. */
  private static final int LARGE = 50;

  private static final double[] SCALES = {
    1, 1e-3, 0.1, 0.1, 1, 0.01, 1, 0.01, 0.01, 1e-3, 0.01, 1e-4, 0.1, 1, 0.1, 1, 10, 1, 10, 0.1, 1,
    1, 10, 0.1
  };

  private MixedInteger() {}

  /**
   * Returns the suite.
   *
   * @return the functions, and what is published about them
   */
  public static Suite suite() {
    return new Suite(
        "the 24 mixed-integer BBOB functions",
        "5,10,20",
        Bbob.groups(),
        TargetSet.UNCONSTRAINED,
        MixedInteger::function,
        PublishedResults.beside(MixedInteger.class),
        PublishedTimes.beside(MixedInteger.class, TargetSet.UNCONSTRAINED));
  }

  /**
   * Returns a function.
   *
   * @param function its number, 1 to 24
   * @param dimension the number of coordinates, a multiple of 5
   * @param instance which shift and rotation of the function, 1 or more
   * @return the function
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static MixedFunction function(int function, int dimension, int instance) {
    if (dimension < 5 || dimension % 5 != 0) {
      throw new IllegalArgumentException(
          "dimension: " + dimension + " (expected: a multiple of 5)");
    }
    BbobFunction inner =
        dimension < LARGE
            ? Bbob.function(function, dimension, instance)
            : LargeScale.function(function, dimension, instance);
    return new MixedFunction(inner, SCALES[function - 1]);
  }
}
