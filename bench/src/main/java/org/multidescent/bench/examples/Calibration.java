package org.multidescent.bench.examples;

import java.util.Random;
import org.multidescent.Search;
import org.multidescent.function.Residuals;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Loss;
import org.multidescent.problem.Parameters;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.LeastSquaresFit;

/**
 * Calibrates a chain of two reactions, A to B to C, to measured amounts of B. The rates, from 1e-3
 * to 1e3, are on a logarithmic scale: a rate may have any order of magnitude.
 */
public final class Calibration {

  private static final int DATA = 30;
  private static final double[] TRUTH = {0.32, 2, 0.2};
  private static final Parameters PARAMETERS =
      Parameters.none()
          .logarithmic("A to B", 1e-3, 1e3)
          .logarithmic("B to C", 1e-3, 1e3)
          .linear("offset", -1, 1);
  private static final double[] MEASURED = measure(0.02);

  private Calibration() {}

  /**
   * Fits rates and offset, and prints them with their uncertainties; then again with two
   * measurements spoilt, by a robust loss.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.println(fit(LeastSquares.of(residuals(MEASURED), DATA)));
    double[] spoilt = MEASURED.clone();
    spoilt[4] += 3;
    spoilt[20] -= 2;
    System.out.println(fit(LeastSquares.of(residuals(spoilt), DATA).loss(Loss.cauchy(0.05))));
  }

  static LeastSquaresFit fit(LeastSquares sum) {
    Problem problem = sum.problem(PARAMETERS.box());
    double[] x = Search.of(problem).seed(1).budget(Budget.evaluations(2_000)).run().best().x();
    return LeastSquaresFit.of(problem, x);
  }

  static Residuals residuals(double[] measured) {
    return (x, result) -> {
      double[] amounts = amounts(x);
      for (int i = 0; i < DATA; i++) {
        result[i] = amounts[i] - measured[i];
      }
    };
  }

  static double[] measured() {
    return MEASURED.clone();
  }

  static double[] truth() {
    return TRUTH.clone();
  }

  private static double[] measure(double deviation) {
    Random random = new Random(7);
    double[] measured = amounts(TRUTH);
    for (int i = 0; i < DATA; i++) {
      measured[i] += deviation * random.nextGaussian();
    }
    return measured;
  }

  /** The amounts of B, by the classic Runge-Kutta method in steps that the faster rate allows. */
  private static double[] amounts(double[] x) {
    double first = x[0];
    double second = x[1];
    double[] state = {2, 0};
    double[] amounts = new double[DATA];
    for (int i = 0; i < DATA; i++) {
      double time = 0.3;
      int steps = 1 + (int) (4 * time * Math.max(first, second));
      for (int k = 0; k < steps; k++) {
        advance(state, time / steps, first, second);
      }
      amounts[i] = state[1] + x[2];
    }
    return amounts;
  }

  private static void advance(double[] state, double step, double first, double second) {
    double a = state[0];
    double b = state[1];
    double a1 = -first * a;
    double b1 = first * a - second * b;
    double a2 = -first * (a + step / 2 * a1);
    double b2 = first * (a + step / 2 * a1) - second * (b + step / 2 * b1);
    double a3 = -first * (a + step / 2 * a2);
    double b3 = first * (a + step / 2 * a2) - second * (b + step / 2 * b2);
    double a4 = -first * (a + step * a3);
    double b4 = first * (a + step * a3) - second * (b + step * b3);
    state[0] = a + step / 6 * (a1 + 2 * a2 + 2 * a3 + a4);
    state[1] = b + step / 6 * (b1 + 2 * b2 + 2 * b3 + b4);
  }
}
