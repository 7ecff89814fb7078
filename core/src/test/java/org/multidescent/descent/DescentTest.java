package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

class DescentTest {

  private static final Problem ROSENBROCK =
      Problem.of(
          x -> {
            double a = x[1] - x[0] * x[0];
            double b = 1 - x[0];
            return 100 * a * a + b * b;
          },
          Box.cube(-5, 5, 2));

  @Test
  void everyLineSearchRuleSolvesRosenbrock() {
    for (StepRule rule : List.of(StepRule.lbfgs(), StepRule.bfgs(), StepRule.spectral())) {
      Solo solo = new Solo(ROSENBROCK, Solo.with(rule), -1.2, 1);
      assertThat(solo.run().isOptimum()).isTrue();
      assertThat(solo.point.value()).isLessThan(1e-9);
    }
  }

  @Test
  void coarseStageSeesTheBowlBelowTheRipples() {
    Problem rippled =
        Problem.of(x -> x[0] * x[0] + x[1] * x[1] - 0.1 * Math.cos(40 * x[0]), Box.cube(-5, 5, 2));
    Solo solo = new Solo(rippled, Solo.with(StepRule.lbfgs()), 4, -3);
    solo.descent.beginCoarse(solo.point, solo.point.value(), 0);
    solo.run();
    assertThat(solo.point.stage()).isNotEqualTo(Stage.COARSE);
    assertThat(solo.point.value()).isLessThan(0.5);
  }
}
