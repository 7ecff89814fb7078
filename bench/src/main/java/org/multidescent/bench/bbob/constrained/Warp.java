package org.multidescent.bench.bbob.constrained;

import java.util.function.DoubleUnaryOperator;
import org.multidescent.bench.bbob.Transform;

/** How coordinates are bent, each by itself and monotonically, about the optimum. */
enum Warp {
  NONE(false, false),
  OSCILLATED(true, false),
  SKEWED(false, true),
  OSCILLATED_AND_SKEWED(true, true);

  private static final double BETA = 0.2;
  private static final int HALVINGS = 200;

  private final boolean oscillated;
  private final boolean skewed;

  Warp(boolean oscillated, boolean skewed) {
    this.oscillated = oscillated;
    this.skewed = skewed;
  }

  /** Bends a vector in place and returns it. */
  double[] apply(double[] d) {
    if (oscillated) {
      Transform.oscillate(d);
    }
    return skewed ? Transform.skew(BETA, d) : d;
  }

  /** Returns the vector that is bent to another. */
  double[] inverse(double[] bent) {
    double[] d = bent.clone();
    for (int i = 0; i < d.length; i++) {
      if (skewed) {
        d[i] = unskewed(d[i], BETA * Transform.linear(i, d.length));
      }
      if (oscillated) {
        d[i] = unoscillated(d[i]);
      }
    }
    return d;
  }

  private static double unskewed(double y, double beta) {
    if (y <= 0) {
      return y;
    }
    return root(x -> Math.pow(x, 1 + beta * Math.sqrt(x)), y, Math.min(1, y), Math.max(1, y));
  }

  /** Within a factor {@code e^0.098} of {@code y}, for the irregularities are no larger. */
  private static double unoscillated(double y) {
    if (y == 0) {
      return 0;
    }
    double size = Math.abs(y);
    double sign = Math.signum(y);
    return sign * root(x -> sign * Transform.oscillate(sign * x), size, 0.9 * size, size / 0.9);
  }

  /** Returns where an increasing function has a value, by halving down to neighbours. */
  private static double root(DoubleUnaryOperator rising, double value, double from, double to) {
    double low = from;
    double high = to;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (rising.applyAsDouble(middle) < value) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
