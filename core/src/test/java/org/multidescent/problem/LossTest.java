package org.multidescent.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossTest {

  private static final double[] RESIDUALS = {0, 1e-9, -0.3, 0.99, -1.01, 2, -7, 40, 1e5};

  /** The formulas as SciPy's documentation of least_squares states them. */
  private static double rho(Loss.Shape shape, double z) {
    return switch (shape) {
      case SQUARES -> z;
      case HUBER -> z <= 1 ? z : 2 * Math.pow(z, 0.5) - 1;
      case SOFT_L1 -> 2 * (Math.pow(1 + z, 0.5) - 1);
      case CAUCHY -> Math.log(1 + z);
      case ARCTAN -> Math.atan(z);
    };
  }

  @ParameterizedTest
  @EnumSource
  void valueIsTheFormula(Loss.Shape shape) {
    double scale = 2.5;
    Loss loss = new Loss(shape, scale);
    for (double residual : RESIDUALS) {
      double expected = 0.5 * scale * scale * rho(shape, Math.pow(residual / scale, 2));
      assertThat(loss.value(residual)).isCloseTo(expected, within(1e-12 + 1e-12 * expected));
    }
  }

  @ParameterizedTest
  @EnumSource
  void weightTimesResidualIsTheDerivative(Loss.Shape shape) {
    Loss loss = new Loss(shape, 1.5);
    for (double residual : new double[] {0.2, -0.7, 1.1, 2.2, -4}) {
      double h = 1e-4;
      double slope = (loss.value(residual + h) - loss.value(residual - h)) / (2 * h);
      assertThat(loss.weight(residual) * residual).isCloseTo(slope, within(1e-7));
    }
  }

  @Test
  void squaresAreTheDefault() {
    assertThat(Loss.squares().value(-3)).isEqualTo(4.5);
    assertThat(Loss.squares().weight(1e9)).isEqualTo(1);
  }
}
