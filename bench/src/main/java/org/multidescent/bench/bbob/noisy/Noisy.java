package org.multidescent.bench.bbob.noisy;

import java.util.List;
import org.multidescent.bench.bbob.Bbob;
import org.multidescent.bench.bbob.Excess;
import org.multidescent.bench.bbob.Group;
import org.multidescent.bench.bbob.IllConditioned;
import org.multidescent.bench.bbob.Instance;
import org.multidescent.bench.bbob.PublishedResults;
import org.multidescent.bench.bbob.PublishedTimes;
import org.multidescent.bench.bbob.Suite;
import org.multidescent.bench.bbob.TargetSet;

/** The 30 functions of the suite {@code bbob-noisy}, numbered from 101. */
public final class Noisy {

  /** The number of the first function. */
  public static final int FIRST = 101;

  /** The number of the last function. */
  public static final int LAST = 130;

  private static final int LAST_MODERATE = 106;

  /** The noiseless function of each three. */
  private static final int[] NOISELESS = {1, 8, 1, 8, 7, 10, 14, 17, 19, 21};

  private Noisy() {}

  /**
   * Returns the suite.
   *
   * @return the functions, and what is published about them
   */
  public static Suite suite() {
    return new Suite(
        "the 30 noisy BBOB functions",
        "2,5",
        List.of(
            new Group("moderate noise", FIRST, LAST_MODERATE),
            new Group("severe noise", LAST_MODERATE + 1, 121),
            new Group("severe noise, multi-modal", 122, LAST)),
        TargetSet.UNCONSTRAINED,
        Noisy::function,
        PublishedResults.beside(Noisy.class),
        PublishedTimes.beside(Noisy.class, TargetSet.UNCONSTRAINED));
  }

  /**
   * Returns a function.
   *
   * @param function its number, 101 to 130
   * @param dimension the number of coordinates, 2 or more
   * @param instance which shift and rotation of the function, 1 or more
   * @return the function
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static NoisyFunction function(int function, int dimension, int instance) {
    if (function < FIRST || function > LAST) {
      throw new IllegalArgumentException(
          "function: %d (expected: %d to %d)".formatted(function, FIRST, LAST));
    }
    int noiseless = noiseless(function);
    Excess excess = excess(noiseless, dimension, instance);
    double fOpt = new Instance(noiseless, dimension, instance).fOpt();
    return new NoisyFunction(function, instance, fOpt, excess, noise(function, dimension));
  }

  /** Returns the number of the noiseless function that is disturbed. */
  static int noiseless(int function) {
    return NOISELESS[(function - FIRST) / 3];
  }

  /** Function 10 is less ill-conditioned here, function 19 lower. */
  private static Excess excess(int noiseless, int dimension, int instance) {
    Excess usual = Bbob.excess(noiseless, dimension, instance);
    return switch (noiseless) {
      case 10 -> IllConditioned.ellipsoid(new Instance(10, dimension, instance), 1e4);
      case 19 -> new Excess(usual.xOpt(), x -> usual.height().value(x) / 10);
      default -> usual;
    };
  }

  private static Noise noise(int function, int dimension) {
    boolean moderate = function <= LAST_MODERATE;
    return switch ((function - FIRST) % 3) {
      case 0 -> Noise.gaussian(moderate ? 0.01 : 1);
      case 1 -> moderate ? Noise.uniform(0.01, 0.01, dimension) : Noise.uniform(1, 1, dimension);
      default -> moderate ? Noise.cauchy(0.01, 0.05) : Noise.cauchy(1, 0.2);
    };
  }
}
