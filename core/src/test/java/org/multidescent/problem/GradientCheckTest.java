package org.multidescent.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.multidescent.function.Objective;
import org.multidescent.function.ValueAndGradient;

class GradientCheckTest {

  private static final Objective VALUE = x -> Math.exp(x[0]) * x[1] + x[2] * x[2] * x[2];

  private static Problem problem(double wrong) {
    ValueAndGradient gradient =
        (x, g) -> {
          g[0] = Math.exp(x[0]) * x[1];
          g[1] = Math.exp(x[0]) * wrong;
          g[2] = 3 * x[2] * x[2];
          return VALUE.value(x);
        };
    return Problem.withGradient(VALUE, gradient, Box.cube(-2, 2, 3));
  }

  @Test
  void aRightGradientAgreesInsideAndAtTheWalls() {
    double[] inside = {0.3, 1.2, -0.7};
    assertThat(problem(1).checkGradient(inside).worst().error()).isLessThan(1e-7);
    assertThat(problem(1).checkGradient(inside).isWithin(1e-7)).isTrue();
    for (double[] x : new double[][] {{2, -2, 2}, {-2, 1.999, 0}}) {
      assertThat(problem(1).checkGradient(x).isWithin(1e-5)).isTrue();
    }
  }

  @Test
  void aWrongComponentIsNamedWithBothValuesAndItsError() {
    GradientCheck check = problem(1.01).checkGradient(new double[] {0, 1, 1});
    assertThat(check.worst().coordinate()).isEqualTo(1);
    assertThat(check.worst().error()).isBetween(0.009, 0.011);
    assertThat(check.toString()).contains("[1] analytic 1.01", "difference 1.00000", "9.9e-03");
    assertThat(check.isWithin(1e-3)).isFalse();
  }

  @Test
  void aComponentThatIsNotANumberIsTheWorst() {
    GradientCheck check = problem(Double.NaN).checkGradient(new double[] {0, 1, 1});
    assertThat(check.worst().coordinate()).isEqualTo(1);
    assertThat(check.isWithin(1)).isFalse();
  }

  @Test
  void fixedCoordinatesAreLeftOut() {
    Problem flat =
        Problem.withGradient(
            x -> x[0] * x[1],
            (x, g) -> {
              g[0] = x[1];
              g[1] = 77;
              return x[0] * x[1];
            },
            Box.of(new double[] {0, 3}, new double[] {1, 3}));
    GradientCheck check = flat.checkGradient(new double[] {0.5, 3});
    assertThat(check.components()).hasSize(1);
    assertThat(check.isWithin(1e-9)).isTrue();
  }

  @Test
  void refusesWhatCannotBeChecked() {
    assertThatThrownBy(() -> problem(1).checkGradient(new double[] {3, 0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x: [3.0, 0.0, 0.0] (expected: a position inside");
    assertThatThrownBy(() -> problem(1).withoutGradient().checkGradient(new double[3]))
        .isInstanceOf(IllegalStateException.class);
  }
}
