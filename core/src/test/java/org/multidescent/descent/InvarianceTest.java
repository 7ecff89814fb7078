package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Objective;
import org.multidescent.problem.Problem;

/**
 * The calls to a relative accuracy do not depend on the units of the objective or of the box, nor
 * on a constant added to the objective, as far as rounding allows: 1e6 added to values of about 100
 * leaves 1e-10 of absolute accuracy, and so 1e-5 is asked for here.
 */
class InvarianceTest {

  private static final double ACCURACY = 1e-5;
  private static final int STARTS = 20;

  @ParameterizedTest
  @CsvSource({
    "1e3, 1, 0, 1",
    "1e6, 1, 0, 1",
    "0, 1e-6, 0, 1",
    "0, 1e6, 0, 1",
    "0, 1, 50, 1",
    "0, 1, 0, 1e4"
  })
  void callsToAnAccuracy(double offset, double factor, double shift, double stretch) {
    double plain = calls(0, 1, 0, 1);
    double changed = calls(offset, factor, shift, stretch);
    assertThat(changed).isBetween(0.9 * plain, 1.1 * plain);
  }

  private static double calls(double offset, double factor, double shift, double stretch) {
    Box box = Box.cube(shift - 5 * stretch, shift + 5 * stretch, 4);
    Objective objective =
        x -> {
          double[] y = new double[x.length];
          for (int i = 0; i < x.length; i++) {
            y[i] = (x[i] - shift) / stretch;
          }
          return offset + factor * Functions.rosenbrock(y);
        };
    SplittableRandom random = new SplittableRandom(3);
    double sum = 0;
    for (int k = 0; k < STARTS; k++) {
      double[] start = random.doubles(4, -5, 5).map(u -> shift + stretch * u).toArray();
      Solo solo = new Solo(Problem.of(objective, box), Solo.with(StepRule.standard()), start);
      double range = solo.point.value() - offset;
      while ((solo.point.value() - offset) > ACCURACY * range) {
        if (solo.advance(solo.oracle) != null) {
          break;
        }
      }
      sum += solo.values;
    }
    return sum / STARTS;
  }
}
