package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.report.Budget;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;
import org.multidescent.report.TestCounts;

class StandstillTest {

  private static Counts counts(long steps, long stalls) {
    return TestCounts.of(10 * stalls, 0, steps, stalls, 0, stalls);
  }

  @Test
  void aBudgetOfStepsEndsWherePointsTakeNone() {
    Standstill standstill = new Standstill(Budget.steps(7));
    assertThat(standstill.isPossible()).isTrue();
    assertThat(standstill.ending(counts(0, 99_999))).isNull();
    assertThat(standstill.ending(counts(0, 100_000))).isEqualTo(Ending.NO_STEP);
  }

  @Test
  void eachStepAllowsForMoreStalls() {
    Standstill standstill = new Standstill(Budget.steps(7));
    assertThat(standstill.ending(counts(1, 199_999))).isNull();
    assertThat(standstill.ending(counts(1, 200_000))).isEqualTo(Ending.NO_STEP);
  }

  @Test
  void anotherLimitEndsTheSearchByItself() {
    Standstill standstill = new Standstill(Budget.steps(7).or(Budget.evaluations(1_000_000_000)));
    assertThat(standstill.isPossible()).isFalse();
    assertThat(standstill.ending(counts(0, 10_000_000))).isNull();
  }
}
