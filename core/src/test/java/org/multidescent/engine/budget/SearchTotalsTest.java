package org.multidescent.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.report.Counts;
import org.multidescent.report.TestCounts;

final class SearchTotalsTest {

  private final SearchTotals totals = new SearchTotals(2);

  @Test
  void nothingIsKnownAtFirst() {
    assertThat(totals.best()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(totals.position()).containsExactly(Double.NaN, Double.NaN);
    assertThat(totals.counts()).isEqualTo(Counts.NONE);
  }

  @Test
  void ofEqualValuesTheFirstCountsInOrderAndTheLowestPositionInAnyOrder() {
    totals.offer(1, new double[] {5, 5}, null);
    totals.offer(1, new double[] {4, 5}, null);
    assertThat(totals.position()).containsExactly(5, 5);
    totals.offerInAnyOrder(1, new double[] {5, 4}, null);
    totals.offerInAnyOrder(1, new double[] {6, 0}, null);
    assertThat(totals.position()).containsExactly(5, 4);
    totals.offerInAnyOrder(0, new double[] {7, 7}, null);
    assertThat(totals.best()).isZero();
  }

  @Test
  void whatTasksHaveDoneAddsUp() {
    Counts task = TestCounts.of(5, 2, 3, 4, 1, 2);
    totals.add(task);
    totals.add(task);
    assertThat(totals.counts()).isEqualTo(TestCounts.of(10, 4, 6, 8, 2, 4));
    assertThat(totals.counts().minus(task)).isEqualTo(task);
    assertThat(task.evaluations()).isEqualTo(7);
    assertThat(task.live()).isEqualTo(3);
  }
}
