package org.multidescent.bench.bbob.largescale;

import org.multidescent.bench.bbob.Bbob;
import org.multidescent.bench.bbob.BbobFunction;
import org.multidescent.bench.bbob.Excess;
import org.multidescent.bench.bbob.PublishedResults;
import org.multidescent.bench.bbob.PublishedTimes;
import org.multidescent.bench.bbob.Shapes;
import org.multidescent.bench.bbob.Suite;
import org.multidescent.bench.bbob.TargetSet;

/** The 24 functions of the suite {@code bbob-largescale}. */
public final class LargeScale {

  private LargeScale() {}

  /**
   * Returns the suite.
   *
   * @return the functions, and what is published about them
   */
  public static Suite suite() {
    return new Suite(
        "the 24 large-scale BBOB functions",
        "20,40,80",
        Bbob.groups(),
        TargetSet.UNCONSTRAINED,
        LargeScale::function,
        PublishedResults.beside(LargeScale.class),
        PublishedTimes.beside(LargeScale.class, TargetSet.UNCONSTRAINED));
  }

  /**
   * Returns a function.
   *
   * @param function its number, 1 to 24
   * @param dimension the number of coordinates, 2 or more; up to 40 there is one block and no
   *     permutation
   * @param instance which shift and rotation of the function, 1 or more
   * @return the function
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static BbobFunction function(int function, int dimension, int instance) {
    Bbob.requireFunction(function);
    Bbob.requireRange(dimension, instance);
    LargeInstance large = new LargeInstance(function, dimension, instance);
    Excess excess =
        switch (function) {
          case 1, 2, 3, 4, 5 -> times(large.gamma(), Bbob.excess(function, dimension, instance));
          case 8 -> rosenbrock(large);
          case 20 -> Bbob.excess(function, dimension, instance);
          default -> Rotated.of(function, large);
        };
    return new BbobFunction(function, instance, large.instance().fOpt(), excess);
  }

  /** Multiplies the height, not what is added outside the box. */
  static Excess times(double gamma, Excess excess) {
    return new Excess(excess.xOpt(), x -> gamma * excess.height().value(x), excess.penalty());
  }

  /** Function 8: the factor of the coordinates is 1 in every dimension. */
  private static Excess rosenbrock(LargeInstance large) {
    double[] xOpt = large.xOpt();
    double gamma = large.gamma();
    for (int i = 0; i < xOpt.length; i++) {
      xOpt[i] *= 0.75;
    }
    return new Excess(
        xOpt,
        x -> {
          double[] z = new double[x.length];
          for (int i = 0; i < x.length; i++) {
            z[i] = x[i] - xOpt[i] + 1;
          }
          return gamma * Shapes.rosenbrock(z);
        });
  }
}
