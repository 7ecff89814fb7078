package org.multidescent;

import java.util.Arrays;
import org.multidescent.function.Jacobian;
import org.multidescent.function.Residuals;
import org.multidescent.problem.Box;
import org.multidescent.problem.LeastSquares;

/** Sums of squares to test with: two exponential decays, fitted to data with known deviations. */
public final class Fits {

  /** Amplitude and rate of the decays the data are made of. */
  static final double[] TRUTH = {3, 0.4, 1.5, 2.5};

  static final int DATA = 24;

  private Fits() {}

  /** The sum; how far data deviate from the truth is a fraction of {@code deviation}. */
  public static LeastSquares decays(double deviation) {
    double[] data = data(deviation);
    Residuals residuals =
        (x, result) -> {
          for (int i = 0; i < DATA; i++) {
            result[i] = model(i, x) - data[i];
          }
        };
    return LeastSquares.of(residuals, DATA);
  }

  /** The same sum, by residuals that are computed for many positions in one call. */
  static LeastSquares inBatches(LeastSquares sum) {
    return LeastSquares.batch(
        (positions, count, residuals) ->
            sum.problem(box())
                .evaluator()
                .residuals(positions, count, residuals, new double[count]),
        DATA);
  }

  static double[] data(double deviation) {
    double[] data = new double[DATA];
    Arrays.setAll(data, i -> model(i, TRUTH) + deviation * Math.sin(12.9898 * (i + 1)));
    return data;
  }

  public static Jacobian jacobian() {
    return Jacobian.byRows(
        (x, i, row) -> {
          for (int j = 0; j < 4; j += 2) {
            row[j] = Math.exp(-x[j + 1] * time(i));
            row[j + 1] = -time(i) * x[j] * row[j];
          }
        });
  }

  /** The faster decay comes second. */
  public static Box box() {
    return Box.of(new double[] {0.1, 0.01, 0.1, 1}, new double[] {10, 1, 10, 10});
  }

  private static double model(int i, double[] x) {
    return x[0] * Math.exp(-x[1] * time(i)) + x[2] * Math.exp(-x[3] * time(i));
  }

  private static double time(int i) {
    return 0.2 * i;
  }
}
