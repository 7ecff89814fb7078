package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

/**
 * An objective times a power of two descends to the bit as it does alone, for as long as its values
 * have all their bits: nothing depends on the unit of the value.
 */
class PowerOfTwoTest {

  private static final List<StepRule> RULES =
      List.of(
          StepRule.standard(),
          StepRule.lbfgs(),
          StepRule.bfgs(),
          StepRule.spectral(),
          StepRule.adam(0.01),
          StepRule.cmaes(0));
  private static final List<Differences> DIFFERENCES =
      List.of(Differences.adaptive(), Differences.forward(1e-7), Differences.central(1e-5));

  @ParameterizedTest
  @ValueSource(ints = {-960, -800, -540, 500, 800, 960})
  void descendsAsItDoesAlone(int exponent) {
    for (StepRule rule : RULES) {
      for (Differences differences : DIFFERENCES) {
        Descent descent = new Descent(rule, StallRule.standard(), differences, true);
        for (int seed = 0; seed < 3; seed++) {
          for (boolean analytic : new boolean[] {false, true}) {
            assertThat(path(descent, exponent, seed, analytic))
                .as(rule + " " + differences + " " + seed + " analytic: " + analytic)
                .isEqualTo(path(descent, 0, seed, analytic));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-800, 800})
  void measuresTheNoiseOfItsUnit(int exponent) {
    Objective noisy = x -> Functions.rosenbrock(x) + 1e-6 * Math.sin(1e12 * (x[0] + 3 * x[1]));
    Descent descent = Solo.with(StepRule.standard());
    assertThat(path(noisy, descent, exponent, 0, false))
        .isEqualTo(path(noisy, descent, 0, 0, false));
  }

  private static List<List<Long>> path(Descent descent, int exponent, int seed, boolean analytic) {
    return path(Functions::rosenbrock, descent, exponent, seed, analytic);
  }

  /** The bits of the positions until the value is tiny beside the first, or the descent stalls. */
  private static List<List<Long>> path(
      Objective objective, Descent descent, int exponent, int seed, boolean analytic) {
    Box box = Box.cube(-5, 5, 4);
    Objective scaled = x -> Math.scalb(objective.value(x), exponent);
    Problem problem =
        analytic
            ? Problem.withGradient(scaled, (x, g) -> gradient(scaled, x, g, exponent), box)
            : Problem.of(scaled, box);
    double[] start = new SplittableRandom(seed).doubles(4, -5, 5).toArray();
    Solo solo = new Solo(problem, descent, start);
    double least = 1e-12 * solo.point.value();
    List<List<Long>> path = new ArrayList<>();
    for (int step = 0; step < 300 && solo.point.value() > least; step++) {
      Stall stall = solo.advance(solo.oracle);
      List<Long> bits = new ArrayList<>();
      for (double u : solo.point.position()) {
        bits.add(Double.doubleToRawLongBits(u));
      }
      bits.add(Double.doubleToRawLongBits(Math.scalb(solo.point.value(), -exponent)));
      path.add(bits);
      if (stall != null) {
        break;
      }
    }
    return path;
  }

  private static double gradient(Objective scaled, double[] x, double[] gradient, int exponent) {
    for (int i = 0; i < x.length; i++) {
      double slope = 0;
      if (i + 1 < x.length) {
        slope += -400 * x[i] * (x[i + 1] - x[i] * x[i]) - 2 * (1 - x[i]);
      }
      if (i > 0) {
        slope += 200 * (x[i] - x[i - 1] * x[i - 1]);
      }
      gradient[i] = Math.scalb(slope, exponent);
    }
    return scaled.value(x);
  }
}
