package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.TestCounts;

class ForwardingCountersTest {

  private static final double[] HERE = {0.5, 0.5};

  private final EngineState state =
      Fixture.state(new TestSettings().lanes(2).failures(FailurePolicy.tolerate(9)).make());
  private final TaskCounters first = counters(0);
  private final TaskCounters second = counters(1);
  private final ForwardingCounters forwarding = new ForwardingCounters(first);

  private TaskCounters counters(int index) {
    TaskCounters made = Task.lane(index, state, 9, (task, wanted) -> 0).counters;
    made.begin(index, 100, 100, 9, 9);
    return made;
  }

  @Test
  void eachEvaluationIsThatOfTheTaskAtHand() {
    forwarding.beforeValue();
    forwarding.to(second);
    forwarding.beforeGradient();
    assertThat(forwarding.beforeValues(3)).isEqualTo(3);
    assertThat(forwarding.beforeGradients(4)).isEqualTo(4);
    assertThat(first.counts()).isEqualTo(TestCounts.of(1, 0, 0, 0, 0, 0));
    assertThat(second.counts()).isEqualTo(TestCounts.of(3, 5, 0, 0, 0, 0));
  }

  @Test
  void soIsItsOutcome() {
    forwarding.to(second);
    forwarding.after(4, HERE, 0);
    forwarding.brokenGradient(Double.NaN, HERE, 0);
    assertThat(forwarding.failed(new ArithmeticException(), HERE, 0)).isNaN();
    assertThat(second.best()).isEqualTo(4);
    assertThat(second.faults().first()).hasSize(2);
    assertThat(first.best()).isEqualTo(9);
    assertThat(first.faults().first()).isEmpty();
  }
}
