package org.multidescent.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.report.Ending;

class EvaluationBudgetTest {

  private final Termination termination = new Termination();

  private EvaluationBudget budget(long total, long largest, int workers) {
    return new EvaluationBudget(total, largest, workers, termination, Ending.EVALUATIONS);
  }

  @Test
  void aLeaseIsAnEighthOfAFairShareOfWhatIsFree() {
    EvaluationBudget budget = budget(1600, EvaluationBudget.LARGE_LEASE, 2);
    assertThat(budget.lease(1)).isEqualTo(100);
    assertThat(budget.lease(1)).isEqualTo(93);
  }

  @Test
  void theLastUnitsAreLeasedSingly() {
    EvaluationBudget budget = budget(10, EvaluationBudget.LARGE_LEASE, 1);
    for (int unit = 0; unit < 10; unit++) {
      assertThat(budget.lease(1)).isOne();
    }
  }

  @Test
  void aLeaseIsAsLargeAsIsWantedAndThereIs() {
    EvaluationBudget budget = budget(1000, EvaluationBudget.SMALL_LEASE, 1);
    assertThat(budget.lease(1)).isOne();
    assertThat(budget.lease(700)).isEqualTo(700);
    assertThat(budget.lease(700)).isEqualTo(299);
  }

  @Test
  void leasesHaveALimit() {
    EvaluationBudget budget = budget(1_000_000, EvaluationBudget.LARGE_LEASE, 1);
    assertThat(budget.lease(1)).isEqualTo(EvaluationBudget.LARGE_LEASE);
  }

  @Test
  void theSearchEndsWhenAllUnitsAreUsed() {
    EvaluationBudget budget = budget(2, EvaluationBudget.SMALL_LEASE, 1);
    budget.close(budget.lease(2), 1);
    assertThat(budget.lease(1)).isOne();
    budget.close(1, 0);
    assertThat(termination.isEnded()).isFalse();
    assertThatThrownBy(() -> budget.lease(1)).isSameAs(StopSearch.INSTANCE);
    assertThat(termination.ending()).isEqualTo(Ending.EVALUATIONS);
  }

  @Test
  void anEndedSearchLeasesNothing() {
    EvaluationBudget budget = budget(2, EvaluationBudget.SMALL_LEASE, 1);
    termination.end(Ending.CANCELLED);
    assertThatThrownBy(() -> budget.lease(1)).isSameAs(StopSearch.INSTANCE);
  }

  @Test
  void withoutALimitNothingIsEverUsedUp() {
    EvaluationBudget budget = budget(Long.MAX_VALUE, EvaluationBudget.LARGE_LEASE, 1);
    for (int lease = 0; lease < 9; lease++) {
      long units = budget.lease(1);
      assertThat(units).isEqualTo(Long.MAX_VALUE / 2);
      budget.close(units, 0);
    }
    budget.setAside(Long.MAX_VALUE);
    assertThat(budget.lease(1)).isEqualTo(Long.MAX_VALUE / 2);
  }

  @Test
  void whatIsSetAsideIsNotLeased() {
    EvaluationBudget budget = budget(10, EvaluationBudget.SMALL_LEASE, 1);
    budget.setAside(7);
    assertThat(budget.lease(10)).isEqualTo(3);
    budget.setAside(7);
    budget.close(3, 0);
    assertThatThrownBy(() -> budget.lease(1)).isSameAs(StopSearch.INSTANCE);
  }

  @Test
  void nobodyWaitsForUnitsOfCallsThatHang() {
    AtomicInteger hanging = new AtomicInteger(1);
    EvaluationBudget budget =
        new EvaluationBudget(
            2, EvaluationBudget.SMALL_LEASE, 2, termination, Ending.EVALUATIONS, hanging::get);
    budget.lease(1);
    budget.lease(1);
    hanging.set(2);
    assertThatThrownBy(() -> budget.lease(1)).isSameAs(StopSearch.INSTANCE);
    assertThat(termination.ending()).isEqualTo(Ending.EVALUATIONS);
  }
}
