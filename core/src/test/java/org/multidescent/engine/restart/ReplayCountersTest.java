package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.report.Counts;
import org.multidescent.report.TestCounts;

class ReplayCountersTest {

  private static final double[] U = {1, 2, 3, 4};

  private final ReplayCounters counters = new ReplayCounters(2);

  @Test
  void thereAreAsManyEvaluationsAsTheLimit() {
    counters.begin(4, 0);
    counters.beforeValue();
    assertThat(counters.beforeValues(2)).isEqualTo(2);
    assertThat(counters.beforeValues(2)).isOne();
    assertThatThrownBy(counters::beforeValue).isSameAs(StopSearch.INSTANCE);
    assertThatThrownBy(counters::beforeGradient).isSameAs(StopSearch.INSTANCE);
    assertThat(counters.evaluations()).isEqualTo(4);
  }

  @Test
  void gradientsAreCountedApart() {
    counters.begin(5, 0);
    counters.beforeValue();
    counters.beforeGradient();
    assertThat(counters.beforeGradients(4)).isEqualTo(3);
    assertThat(counters.counts(7)).isEqualTo(TestCounts.of(1, 4, 7, 0, 0, 0));
  }

  @Test
  void countingBeginsAnew() {
    counters.beforeGradient();
    counters.begin(9, 5);
    assertThat(counters.evaluations()).isZero();
    assertThat(counters.counts(0)).isEqualTo(Counts.NONE);
    assertThat(counters.lowest()).isEqualTo(5);
  }

  @Test
  void theLowestValueIsKeptWithItsPosition() {
    counters.begin(9, 5);
    counters.after(5, U, 0);
    assertThat(counters.lowestPosition()).isEmpty();
    counters.after(4, U, 2);
    counters.after(4, U, 0);
    counters.after(Double.NEGATIVE_INFINITY, U, 0);
    counters.after(Double.NaN, U, 0);
    assertThat(counters.lowest()).isEqualTo(4);
    assertThat(counters.lowestPosition()).containsExactly(3, 4);
  }

  @Test
  void whatTheObjectiveThrowsIsPassedOn() {
    RuntimeException unchecked = new ArithmeticException();
    assertThatThrownBy(() -> counters.failed(unchecked, U, 0)).isSameAs(unchecked);
    Error error = new StackOverflowError();
    assertThatThrownBy(() -> counters.failed(error, U, 0)).isSameAs(error);
    IOException checked = new IOException();
    assertThatThrownBy(() -> counters.failed(checked, U, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the objective failed")
        .hasCause(checked);
  }
}
