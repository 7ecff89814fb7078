package org.multidescent.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.random.RandomStream;

class OptimumPerturbationTest {

  private static final List<KnownOptimum> RIDGE =
      List.of(
          new KnownOptimum(0, 1, new double[] {0, 2}),
          new KnownOptimum(1, 2, new double[] {1, 2}),
          new KnownOptimum(2, 3, new double[] {0.5, 2}));

  @Test
  void aCentreIsDrawnRoundTheMeanAsFarAsTheBestOptimaAreSpread() {
    RandomStream random = new RandomStream(1, 2, 3);
    OptimumPerturbation centre =
        OptimumPerturbation.draw(
            PerturbationKind.CENTRE, RIDGE, new PolishScheduleTest.Box(1), 16, random);
    double[] u = new double[2];
    double sum = 0;
    for (int k = 0; k < 4000; k++) {
      centre.propose(random, u);
      assertThat(u[1]).as("no spread").isCloseTo(2, within(1e-6));
      sum += u[0];
    }
    assertThat(sum / 4000).as("the mean of the best two or three").isBetween(0.2, 0.32);
    assertThat(centre.source()).isZero();
  }

  @Test
  void positionsWhoseSquaresOverflowHaveNoCentreButTheBest() {
    List<KnownOptimum> far =
        List.of(
            new KnownOptimum(0, 1, new double[] {1e200, 2}),
            new KnownOptimum(1, 2, new double[] {-1e300, 2}),
            new KnownOptimum(2, 3, new double[] {Double.MAX_VALUE, 2}));
    RandomStream random = new RandomStream(1, 2, 3);
    OptimumPerturbation centre =
        OptimumPerturbation.draw(
            PerturbationKind.CENTRE, far, new PolishScheduleTest.Box(1), 16, random);
    double[] u = new double[2];
    for (int k = 0; k < 100; k++) {
      centre.propose(random, u);
      assertThat(u[0]).as("the best, mirrored and brought to a bound").isEqualTo(-1);
    }
  }
}
