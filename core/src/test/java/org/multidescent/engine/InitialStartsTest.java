package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.descent.Descent;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;

class InitialStartsTest {

  private static final class Parts {
    private final EngineState state;
    private final InitialStarts initial;
    private final Task task;

    private Parts(SearchSettings settings, int tasks) {
      state = Fixture.state(settings);
      initial = new InitialStarts(state, tasks);
      task = Task.lane(0, state, 0, (task, wanted) -> 0);
    }

    private Task claimed() {
      initial.claim(task);
      return task;
    }
  }

  private static Parts parts(TestSettings settings) {
    return new Parts(settings.make(), 1);
  }

  @Test
  void thereAreNoMoreThanTheBudgetAllows() {
    TestSettings settings = new TestSettings().starts(10).budget(Budget.evaluations(7));
    assertThat(InitialStarts.limit(settings.make())).isEqualTo(7);
    settings.budget(Budget.unlimited());
    assertThat(InitialStarts.limit(settings.make())).isEqualTo(10);
  }

  @Test
  void fewAreHandedOutOneByOne() {
    Parts parts = parts(new TestSettings().starts(2));
    assertThat(parts.claimed().kind).isEqualTo(TaskKind.INITIAL);
    assertThat(parts.task.count).isOne();
    assertThat(parts.initial.areHandedOut()).isFalse();
    assertThat(parts.claimed().start).isOne();
    assertThat(parts.initial.areHandedOut()).isTrue();
    assertThat(parts.claimed().kind).isEqualTo(TaskKind.NONE);
  }

  @Test
  void manyAreHandedOutInChunksOfASixtyFourth() {
    Parts parts = parts(new TestSettings().starts(649));
    assertThat(parts.claimed().count).isEqualTo(10);
    assertThat(parts.claimed().start).isEqualTo(10);
    for (int chunk = 2; chunk < 65; chunk++) {
      parts.claimed();
    }
    assertThat(parts.task.start).isEqualTo(640);
    assertThat(parts.task.count).isEqualTo(9);
    assertThat(parts.initial.next()).isEqualTo(649);
  }

  @Test
  void chunksHaveALimit() {
    assertThat(new Parts(new TestSettings().starts(1_000_000).make(), 2).claimed().count)
        .isEqualTo(1024);
  }

  @Test
  void batchesAreAsLargeAsTasksAllow() {
    TestSettings settings =
        new TestSettings()
            .problem(Problems.batch((x, count, values) -> {}, Box.cube(0, 1, 2)))
            .starts(100);
    assertThat(new Parts(settings.make(), 3).claimed().count).isEqualTo(34);
  }

  @Test
  void thoseDrawnBeforeACheckpointComeFirst() {
    Parts parts = parts(new TestSettings().starts(9));
    parts.state.startSource().resumeAt(5);
    parts.state.startSource().putBack(new long[] {3});
    assertThat(parts.claimed().start).isEqualTo(3);
    assertThat(parts.claimed().start).isEqualTo(5);
  }

  @Test
  void theFirstLeadsUntilAllAreEvaluated() {
    Parts parts = parts(new TestSettings().starts(4, 1));
    assertThat(parts.initial.isLead(0)).isTrue();
    assertThat(parts.initial.isLead(1)).isFalse();
    parts.initial.open(0, 4);
    assertThat(parts.initial.isLead(0)).isFalse();
    assertThat(parts(new TestSettings().starts(4)).initial.isLead(0)).isFalse();
  }

  @Test
  void theFirstDescentIsHeldUntilThen() {
    Parts parts = parts(new TestSettings().starts(4, 1));
    LivePoint live = new LivePoint(Descent.standard().newPoint(2));
    parts.initial.holdBack(live);
    assertThat(parts.initial.takeHeld()).isNull();
    assertThat(parts.initial.held()).isSameAs(live);
    parts.initial.open(0, 4);
    assertThat(parts.initial.takeHeld()).isSameAs(live);
    assertThat(parts.initial.takeHeld()).isNull();
  }

  @Test
  void whoCommitsTheLastIsTold() {
    Parts parts = parts(new TestSettings().starts(4));
    assertThat(parts.initial.areLast(3)).isFalse();
    assertThat(parts.initial.isComplete()).isFalse();
    assertThat(parts.initial.areLast(0)).isFalse();
    assertThat(parts.initial.areLast(1)).isTrue();
    assertThat(parts.initial.isComplete()).isTrue();
    assertThat(parts.initial.areLast(0)).isFalse();
  }

  @Test
  void openingMeasuresTheScaleOfValues() {
    Parts parts = parts(new TestSettings().starts(4));
    for (int start = 0; start < 4; start++) {
      parts.state.valueScale().record(start, start);
    }
    assertThat(parts.initial.evaluations()).isEqualTo(-1);
    parts.state.startSource().resumeAt(1_000);
    parts.initial.open(0, 5);
    assertThat(parts.initial.isOpen()).isTrue();
    assertThat(parts.initial.evaluations()).isEqualTo(5);
    assertThat(parts.state.valueScale().value()).isEqualTo(2);
    assertThat(parts.initial.next()).isEqualTo(4);
  }

  @Test
  void aBudgetThatWasNotEnoughEndsTheSearch() {
    Parts parts = parts(new TestSettings().starts(4).budget(Budget.evaluations(3)));
    parts.initial.open(7, 3);
    assertThat(parts.initial.isOpen()).isFalse();
    assertThat(parts.state.termination().isEnded(6)).isFalse();
    parts.state.termination().commit(7);
    assertThat(parts.state.termination().ending()).isEqualTo(Ending.EVALUATIONS);
  }

  @Test
  void theyGoOnFromACheckpoint() {
    Parts parts = parts(new TestSettings().starts(4));
    parts.initial.restore(3, -1);
    assertThat(parts.initial.isOpen()).isFalse();
    assertThat(parts.initial.areLast(1)).isTrue();
    Parts later = parts(new TestSettings().starts(4));
    later.state.valueScale().restore(new double[] {0, 1, 2, 3});
    later.initial.restore(9, 6);
    assertThat(later.initial.isOpen()).isTrue();
    assertThat(later.initial.evaluations()).isEqualTo(6);
    assertThat(later.state.valueScale().value()).isEqualTo(2);
  }
}
