package org.multidescent.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constrained;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;

class NoiseStateTest {

  private static final Box BOX = Box.cube(0, 1, 2);

  @Test
  void aFreeSearchAsks() {
    NoiseState noise = NoiseState.of(new TestSettings().make());
    assertThat(noise.isKnown()).isFalse();
    assertThat(noise.isToBeChecked()).isTrue();
  }

  @Test
  void nobodyAsksWhatIsKnown() {
    NoiseState noise = NoiseState.of(new TestSettings().make());
    noise.found();
    assertThat(noise.isKnown()).isTrue();
    assertThat(noise.isToBeChecked()).isFalse();
  }

  @Test
  void aReproducibleSearchDoesNotAsk() {
    assertThat(NoiseState.of(new TestSettings().lanes(2).make()).isToBeChecked()).isFalse();
  }

  @Test
  void aSearchUnderConstraintsDoesNotAsk() {
    Problem problem =
        Constrained.of((x, constraints) -> constraints[0] = x[0] - 0.5, 1, 0).problem(BOX);
    assertThat(NoiseState.of(new TestSettings().problem(problem).make()).isToBeChecked()).isFalse();
  }

  @Test
  void aStochasticObjectiveIsNoisy() {
    Problem problem = Problems.stochastic((x, seed) -> x[0], BOX);
    assertThat(NoiseState.of(new TestSettings().problem(problem).make()).isKnown()).isTrue();
  }

  @Test
  void noiseIsFoundOnce() {
    AtomicInteger times = new AtomicInteger();
    NoiseState noise = NoiseState.none();
    noise.whenFound(times::incrementAndGet);
    noise.found();
    noise.found();
    assertThat(times).hasValue(1);
  }
}
