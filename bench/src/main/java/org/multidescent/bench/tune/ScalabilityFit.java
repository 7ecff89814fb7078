package org.multidescent.bench.tune;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.jspecify.annotations.Nullable;

/**
 * Fits the law by weighted nonlinear least squares, both coefficients at least 0.
 *
 * <p>The bounds are kept by trying each set of coefficients that may be 0 (four of them) and taking
 * the best fit that is within the bounds: exact for so few.
 */
final class ScalabilityFit {

  private static final boolean[][] FREE = {
    {true, true}, {true, false}, {false, true}, {false, false}
  };
  private static final int EVALUATIONS = 1000;
  private static final double CONTENTION = 0.02;
  private static final double COHERENCY = 0.001;

  private final double[] workers;
  private final double[] rates;
  private final double[] weights;
  private final double unit;

  /**
   * Creates a fit.
   *
   * @param workers numbers of workers
   * @param rates the rate of each
   * @param errors the relative standard error of each, above 0
   */
  ScalabilityFit(double[] workers, double[] rates, double[] errors) {
    this.workers = workers;
    this.rates = rates;
    this.weights = new double[rates.length];
    Arrays.setAll(weights, i -> 1 / (rates[i] * errors[i]));
    this.unit = rates[0] / workers[0];
  }

  /** Returns the best law of all. */
  ScalabilityLaw best() {
    return best(true, true);
  }

  /** Returns the best law of those whose coefficients are 0 unless allowed otherwise. */
  ScalabilityLaw best(boolean contention, boolean coherency) {
    ScalabilityLaw best = new ScalabilityLaw(unit, 0, 0);
    double least = Double.POSITIVE_INFINITY;
    for (boolean[] free : FREE) {
      if (free[0] && !contention || free[1] && !coherency) {
        continue;
      }
      ScalabilityLaw law = fit(free);
      if (law != null && law.contention() >= 0 && law.coherency() >= 0 && error(law) < least) {
        least = error(law);
        best = law;
      }
    }
    return best;
  }

  private double error(ScalabilityLaw law) {
    double sum = 0;
    for (int i = 0; i < rates.length; i++) {
      double residual = (law.rate(workers[i]) - rates[i]) * weights[i];
      sum += residual * residual;
    }
    return sum;
  }

  private @Nullable ScalabilityLaw fit(boolean[] free) {
    double[] start = pack(free, new double[] {1, CONTENTION, COHERENCY});
    if (start.length > rates.length) {
      return null;
    }
    try {
      Optimum optimum =
          new LevenbergMarquardtOptimizer()
              .optimize(
                  new LeastSquaresBuilder()
                      .start(start)
                      .model(
                          point -> values(unpack(free, point)),
                          point -> jacobian(free, unpack(free, point)))
                      .target(weighted(rates))
                      .maxEvaluations(EVALUATIONS)
                      .maxIterations(EVALUATIONS)
                      .build());
      double[] found = unpack(free, optimum.getPoint().toArray());
      return new ScalabilityLaw(found[0] * unit, found[1], found[2]);
    } catch (MathRuntimeException degenerate) {
      return null;
    }
  }

  private double[] weighted(double[] values) {
    double[] weighted = new double[values.length];
    Arrays.setAll(weighted, i -> values[i] * weights[i]);
    return weighted;
  }

  private double[] values(double[] law) {
    double[] values = new double[workers.length];
    Arrays.setAll(values, i -> law[0] * unit * workers[i] / divisor(law, workers[i]));
    return weighted(values);
  }

  private double[][] jacobian(boolean[] free, double[] law) {
    double[][] rows = new double[workers.length][];
    for (int i = 0; i < rows.length; i++) {
      double n = workers[i];
      double divisor = divisor(law, n);
      double scale = weights[i] * unit * n / divisor;
      double slope = -law[0] * scale * (n - 1) / divisor;
      rows[i] = pack(free, new double[] {scale, slope, slope * n});
    }
    return rows;
  }

  private static double divisor(double[] law, double n) {
    return 1 + law[1] * (n - 1) + law[2] * n * (n - 1);
  }

  private static double[] pack(boolean[] free, double[] all) {
    double[] packed = new double[1 + (free[0] ? 1 : 0) + (free[1] ? 1 : 0)];
    packed[0] = all[0];
    if (free[0]) {
      packed[1] = all[1];
    }
    if (free[1]) {
      packed[packed.length - 1] = all[2];
    }
    return packed;
  }

  private static double[] unpack(boolean[] free, double[] packed) {
    return new double[] {
      packed[0], free[0] ? packed[1] : 0, free[1] ? packed[packed.length - 1] : 0
    };
  }
}
