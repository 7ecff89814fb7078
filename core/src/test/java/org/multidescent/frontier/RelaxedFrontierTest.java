package org.multidescent.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelaxedFrontierTest extends FrontierContract {

  @Override
  <T> Frontier<T> create(int workers, long expected) {
    return Frontier.relaxed(workers, 2, 42, expected);
  }

  @Test
  void needsAHeapAWorker() {
    assertThatThrownBy(() -> Frontier.relaxed(1, 0, 42))
        .hasMessage("heapsPerWorker: 0 (expected: 1 or more)");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "2, 2", "8, 2", "16, 2", "8, 4"})
  void takesEntriesOfLowRank(int workers, int heapsPerWorker) {
    int heaps = workers * heapsPerWorker;
    double bound = 1.5 * (5.0 / 6 * heaps + workers / 2.0);
    RankSimulation simulation = new RankSimulation(workers, heapsPerWorker, 7);

    assertThat(simulation.pollAndOffer()).isLessThanOrEqualTo(bound);
    assertThat(simulation.exchange()).isLessThanOrEqualTo(bound);
  }
}
