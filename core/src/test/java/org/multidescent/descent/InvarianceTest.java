package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

/**
 * The calls to an accuracy, relative to the value a descent begins with, do not depend on the units
 * of the objective or of the box, nor on a constant added to the objective, as far as rounding
 * allows: next to 1e6 the last place is 1e-10, and the standard stall rule takes 10,000 of them for
 * noise, so that a few descents in a flat valley stall early; values here begin at about 1e5.
 */
class InvarianceTest {

  private static final int STARTS = 50;

  /** The mean calls, and how many descents reached the accuracy. */
  private record Effort(double calls, int reached) {}

  @ParameterizedTest
  @CsvSource({
    "1e-11, 1e3, 1, 0, 1",
    "1e-8, 1e6, 1, 0, 1",
    "1e-12, 0, 1e-6, 0, 1",
    "1e-12, 0, 1e6, 0, 1",
    "1e-12, 0, 1, 50, 1",
    "1e-12, 0, 1, 0, 1e4"
  })
  void callsToAnAccuracy(
      double accuracy, double offset, double factor, double shift, double stretch) {
    Effort plain = effort(accuracy, 0, 1, 0, 1);
    Effort changed = effort(accuracy, offset, factor, shift, stretch);
    assertThat(changed.calls()).isBetween(0.9 * plain.calls(), 1.1 * plain.calls());
    assertThat(changed.reached()).isBetween(plain.reached() - 2, plain.reached() + 2);
  }

  private static Effort effort(
      double accuracy, double offset, double factor, double shift, double stretch) {
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
    double calls = 0;
    int reached = 0;
    for (int k = 0; k < STARTS; k++) {
      double[] start = random.doubles(4, -5, 5).map(u -> shift + stretch * u).toArray();
      Solo solo = new Solo(Problem.of(objective, box), Solo.with(StepRule.standard()), start);
      double goal = accuracy * (solo.point.value() - offset);
      boolean stalled = false;
      while (!stalled && solo.point.value() - offset > goal) {
        stalled = solo.advance(solo.oracle) != null;
      }
      calls += solo.values;
      reached += solo.point.value() - offset > goal ? 0 : 1;
    }
    return new Effort(calls / STARTS, reached);
  }
}
