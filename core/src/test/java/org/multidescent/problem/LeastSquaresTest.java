package org.multidescent.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.multidescent.Fits;
import org.multidescent.function.Jacobian;

class LeastSquaresTest {

  private static final double[] X = {2, 0.5, 1, 3};

  private static double[] residuals(LeastSquares sum) {
    double[] residuals = new double[sum.count()];
    sum.problem(Fits.box()).evaluator().residuals(X, residuals);
    return residuals;
  }

  @Test
  void valueIsHalfTheSum() {
    LeastSquares sum = Fits.decays(0.1);
    double half = 0;
    for (double residual : residuals(sum)) {
      half += residual * residual / 2;
    }
    Evaluator evaluator = sum.problem(Fits.box()).evaluator();
    assertThat(evaluator.value(X)).isCloseTo(half, within(1e-12));
    assertThat(evaluator.residuals(X, new double[sum.count()])).isEqualTo(evaluator.value(X));
    double[] values = new double[2];
    evaluator.values(new double[] {2, 0.5, 1, 3, 2, 0.5, 1, 3}, 2, values);
    assertThat(values).containsOnly(evaluator.value(X));
  }

  @Test
  void weightsCountAsRepetitions() {
    double[] weights = new double[Fits.decays(0.1).count()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i % 3;
    }
    double[] plain = residuals(Fits.decays(0.1));
    LeastSquares sum = Fits.decays(0.1).loss(Loss.huber(0.3));
    double expected = 0;
    for (int i = 0; i < weights.length; i++) {
      expected += sum.loss().value(Math.sqrt(weights[i]) * plain[i]);
    }
    double value = sum.weights(weights).problem(Fits.box()).evaluator().value(X);
    assertThat(value).isCloseTo(expected, within(1e-12));
  }

  @Test
  void gradientAgreesWithDifferences() {
    for (Loss.Shape shape : Loss.Shape.values()) {
      double[] weights = new double[Fits.decays(0.1).count()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = 0.5 + i % 2;
      }
      LeastSquares sum =
          Fits.decays(0.1).jacobian(Fits.jacobian()).weights(weights).loss(new Loss(shape, 0.37));
      GradientCheck check = sum.problem(Fits.box()).checkGradient(X);
      assertThat(check.isWithin(1e-6)).as("%s: %s", shape, check).isTrue();
    }
  }

  @Test
  void jacobiansByRowsAndColumnsAreTheSame() {
    Jacobian columns =
        Jacobian.byColumns(
            (x, coordinate, column) -> {
              for (int i = 0; i < column.length; i++) {
                column[i] = 10 * i + coordinate;
              }
            });
    Jacobian rows =
        Jacobian.byRows(
            (x, residual, row) -> {
              for (int j = 0; j < row.length; j++) {
                row[j] = 10 * residual + j;
              }
            });
    double[] first = new double[12];
    double[] second = new double[12];
    columns.derivatives(new double[3], first);
    rows.derivatives(new double[3], second);
    assertThat(first).isEqualTo(second).endsWith(32).startsWith(0, 1, 2, 10);
  }

  @Test
  void residualsThatAreNotWrittenAreNotNumbers() {
    LeastSquares sum = LeastSquares.of((x, result) -> result[0] = 1, 2);
    Evaluator evaluator = sum.problem(Fits.box()).evaluator();
    assertThat(evaluator.value(X)).isNaN();
    LeastSquares derived = sum.jacobian((x, result) -> result[3] = 1);
    double[] jacobian = new double[8];
    derived.problem(Fits.box()).evaluator().jacobian(X, jacobian);
    assertThat(jacobian[3]).isEqualTo(1);
    assertThat(jacobian[4]).isNaN();
  }

  @Test
  void evaluatorsThatKnowNoResidualsSaySo() {
    Evaluator plain = Problem.of(x -> 0, Fits.box()).evaluator();
    assertThatThrownBy(() -> plain.residuals(X, new double[1]))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageContaining("knows no residuals");
    Evaluator differences = Fits.decays(0).problem(Fits.box()).evaluator();
    assertThatThrownBy(() -> differences.jacobian(X, new double[96]))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("the problem has no analytic Jacobian");
  }
}
