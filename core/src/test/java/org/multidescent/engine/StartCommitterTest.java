package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Budget;
import org.multidescent.report.TestCounts;

class StartCommitterTest {

  private final EngineState state =
      Fixture.state(Fixture.settings(4, 1, 1, Budget.evaluations(300)));
  private final Frontier.Access<LivePoint> access = state.frontier().access(0);
  private final Task task = Task.lane(0, state, 0, (task, wanted) -> 0);

  @Test
  void eachStartWithAValueIsOfferedOnceAndTheOthersAreReplaced() {
    StartCommitter committer =
        new StartCommitter(state, new InitialStarts(state, 1), new OrderedSchedule(state));
    double[] values = {5, 3, Double.NaN, Double.POSITIVE_INFINITY, 4, 1};
    task.evaluate(TaskKind.STARTS, 20, values.length);
    System.arraycopy(values, 0, task.values, 0, values.length);
    task.done = values.length - 1;
    committer.commit(task, access);
    assertThat(task.start).isEqualTo(25);
    assertThat(task.count).isOne();
    assertThat(task.done).isZero();
    assertThat(task.counters.counts()).isEqualTo(TestCounts.of(0, 0, 0, 5, 0, 2));
    assertThat(state.startSource().replacements()).isEqualTo(2);
    List<String> offered = new ArrayList<>();
    while (access.poll()) {
      offered.add(access.start() + ": " + access.value());
    }
    assertThat(offered).containsExactly("21: 3.0", "24: 4.0", "20: 5.0");
  }
}
