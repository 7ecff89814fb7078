package org.multidescent.bench.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published solutions have the published values, and satisfy the constraints. */
class ConstrainedProblemTest {

  static Stream<ConstrainedProblem> problems() {
    return Stream.concat(Cec2006.all().stream(), EngineeringDesigns.all().stream());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void publishedSolutionHasThePublishedValue(ConstrainedProblem problem) {
    double[] constraints = new double[problem.constraints()];
    double value = problem.objective().value(problem.minimiser(), constraints);
    assertThat(value)
        .isCloseTo(problem.minimum(), within(2e-9 * (1 + Math.abs(problem.minimum()))));
    assertThat(problem.box().contains(problem.minimiser())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("problems")
  void publishedSolutionIsFeasible(ConstrainedProblem problem) {
    double[] constraints = new double[problem.constraints()];
    problem.objective().value(problem.minimiser(), constraints);
    for (int j = 0; j < constraints.length; j++) {
      if (problem.name().equals("g20") && j < problem.inequalities()) {
        continue;
      }
      double most = j < problem.inequalities() ? 1e-7 : Cec2006.EQUALITY_TOLERANCE * (1 + 1e-6);
      double violation = j < problem.inequalities() ? constraints[j] : Math.abs(constraints[j]);
      assertThat(violation).as("constraint %d", j).isLessThanOrEqualTo(most);
    }
  }

  @Test
  void relaxedEqualitiesAreTwoInequalities() {
    ConstrainedProblem strict = Cec2006.all().get(4);
    ConstrainedProblem relaxed = strict.relaxed(0.5);
    double[] x = {100, 200, 0.1, -0.2};
    double[] equations = new double[strict.constraints()];
    double[] pairs = new double[relaxed.constraints()];
    assertThat(relaxed.objective().value(x, pairs))
        .isEqualTo(strict.objective().value(x, equations));
    assertThat(relaxed.inequalities()).isEqualTo(8);
    assertThat(relaxed.equalities()).isZero();
    for (int j = 2; j < 5; j++) {
      assertThat(pairs[j]).isEqualTo(equations[j] - 0.5);
      assertThat(pairs[j + 3]).isEqualTo(-equations[j] - 0.5);
    }
  }
}
