package org.multidescent.bench.jmh;

import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

/**
 * The article's function, made dearer by a chain of multiplications, each of which needs the one
 * before: work a processor can neither leave out nor overlap, without a look at a clock.
 */
final class Busy {

  private static final double ROUNDS_PER_NANO = 1.5;
  private static final long MULTIPLIER = 0x5851f42d4c957f2dL;
  private static final Box BOX = Box.cube(0, 6, 2);

  private Busy() {}

  /** Returns the problem; a call takes about {@code nanos} more, 0 for none. */
  static Problem problem(long nanos) {
    return Problem.of(objective(nanos), BOX);
  }

  private static Objective objective(long nanos) {
    if (nanos == 0) {
      return Busy::article;
    }
    long rounds = Math.round(nanos * ROUNDS_PER_NANO);
    return x -> {
      long chain = Double.doubleToRawLongBits(x[0]);
      for (long round = 0; round < rounds; round++) {
        chain = chain * MULTIPLIER + 1;
      }
      return chain == 0 ? 4 : article(x);
    };
  }

  private static double article(double[] x) {
    double a = x[0] - 4;
    double b = x[1] - 4;
    double c = x[0] - 2;
    double d = x[1] - 2;
    return 4 - (4 * Math.exp(-a * a - b * b) + 2 * Math.exp(-c * c - d * d));
  }
}
