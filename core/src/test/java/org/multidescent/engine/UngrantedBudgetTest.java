package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.report.Budget;
import org.multidescent.report.TestCounts;

class UngrantedBudgetTest {

  private final SearchSettings settings =
      new TestSettings()
          .lanes(1)
          .budget(
              Budget.target(-1)
                  .or(Budget.evaluations(100))
                  .or(Budget.steps(30))
                  .or(Budget.time(Duration.ofHours(1))))
          .make();
  private final UngrantedBudget ungranted = new UngrantedBudget(settings);
  private final TaskCounters counters =
      Task.lane(0, Fixture.state(settings), 0, (task, wanted) -> 0).counters;

  @Test
  void allIsThereAtFirst() {
    assertThat(ungranted.allowed()).isEqualTo(100);
    assertThat(ungranted.evaluations()).isEqualTo(100);
    assertThat(ungranted.steps()).isEqualTo(30);
    assertThat(ungranted.isScarce(100, 30)).isFalse();
    assertThat(ungranted.isScarce(101, 1)).isTrue();
    assertThat(ungranted.isScarce(1, 31)).isTrue();
  }

  @Test
  void whatATaskHasNotUsedIsTakenBack() {
    ungranted.take(60, 5);
    assertThat(ungranted.evaluations()).isEqualTo(40);
    assertThat(ungranted.steps()).isEqualTo(25);
    counters.grant(60, 25, 5, 4);
    ungranted.takeBack(counters);
    assertThat(ungranted.evaluations()).isEqualTo(65);
    assertThat(ungranted.steps()).isEqualTo(29);
  }

  @Test
  void noMoreIsSetAsideThanThereIs() {
    ungranted.setAside(70);
    assertThat(ungranted.evaluations()).isEqualTo(30);
    ungranted.setAside(70);
    assertThat(ungranted.evaluations()).isZero();
    ungranted.take(5, 0);
    ungranted.setAside(70);
    assertThat(ungranted.evaluations()).isEqualTo(-5);
    assertThat(ungranted.allowed()).isEqualTo(100);
  }

  @Test
  void whatASmallerBudgetLacksIsTakenFromATaskUnderWay() {
    counters.grant(60, 25, 9, 8);
    ungranted.take(105, 33);
    ungranted.cutBack(counters);
    assertThat(counters.evaluationsGranted()).isEqualTo(55);
    assertThat(counters.evaluationsLeft()).isEqualTo(20);
    assertThat(counters.stepsGranted()).isEqualTo(6);
    assertThat(counters.stepsLeft()).isEqualTo(5);
    assertThat(ungranted.evaluations()).isZero();
    assertThat(ungranted.steps()).isZero();
  }

  @Test
  void noMoreIsTakenFromATaskThanItHasLeft() {
    counters.grant(60, 25, 9, 8);
    ungranted.take(200, 0);
    ungranted.cutBack(counters);
    assertThat(counters.evaluationsLeft()).isZero();
    assertThat(ungranted.evaluations()).isEqualTo(-75);
    ungranted.take(-500, 0);
    ungranted.cutBack(counters);
    assertThat(counters.evaluationsLeft()).isZero();
    assertThat(counters.stepsLeft()).isEqualTo(8);
  }

  @Test
  void whatWasUsedBeforeACheckpointIsUsed() {
    ungranted.restore(TestCounts.of(30, 10, 7, 0, 0, 0));
    assertThat(ungranted.evaluations()).isEqualTo(60);
    assertThat(ungranted.steps()).isEqualTo(23);
    UngrantedBudget unlimited = new UngrantedBudget(new TestSettings().lanes(1).make());
    unlimited.restore(TestCounts.of(30, 10, 7, 0, 0, 0));
    assertThat(unlimited.evaluations()).isEqualTo(Long.MAX_VALUE);
  }
}
