package org.multidescent.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.report.Improvement;

class BestHistoryTest {

  private final BestHistory history = new BestHistory();

  @Test
  void keepsWhatItWasGiven() {
    history.add(3, 1, 1_005);
    history.add(2, 9, 1_007);
    assertThat(history.list(1_000))
        .containsExactly(
            new Improvement(3, 1, Duration.ofNanos(5)), new Improvement(2, 9, Duration.ofNanos(7)));
  }

  @Test
  void isBoundedAndKeepsTheFirstAndTheLast() {
    int many = 100_000;
    for (int k = 0; k < many; k++) {
      history.add(-k, k, k);
    }
    List<Improvement> kept = history.list(0);
    assertThat(kept).hasSizeBetween(BestHistory.MOST / 2, BestHistory.MOST);
    assertThat(kept.get(0).evaluations()).isZero();
    assertThat(kept.get(kept.size() - 1).evaluations()).isEqualTo(many - 1);
    assertThat(kept).extracting(Improvement::evaluations).isSorted();
  }
}
