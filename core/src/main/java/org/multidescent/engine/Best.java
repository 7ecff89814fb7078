package org.multidescent.engine;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.multidescent.descent.Scaling;
import org.multidescent.report.Result;

/** The best of several positions: of equal values the one that is first in coordinates. */
final class Best {

  private final double[] u;
  private final double[] best;
  private double value = Double.POSITIVE_INFINITY;

  Best(int dimension) {
    this.u = new double[dimension];
    this.best = new double[dimension];
    Arrays.fill(best, Double.NaN);
  }

  /**
   * Takes a candidate.
   *
   * @param source writes its position and returns its value; infinity for none
   */
  void offer(ToDoubleFunction<double[]> source) {
    double candidate = source.applyAsDouble(u);
    if (candidate < value || candidate == value && Arrays.compare(u, best) < 0) {
      value = candidate;
      System.arraycopy(u, 0, best, 0, u.length);
    }
  }

  /** Returns the best in the problem's coordinates. */
  Result.Best toProblem(Scaling scaling) {
    double[] x = new double[best.length];
    scaling.toProblem(best, 0, x, 0);
    return new Result.Best(x, value);
  }
}
