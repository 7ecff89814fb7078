package org.multidescent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.multidescent.random.RandomStream;

class CompletenessTest {

  @Test
  void followsTheFormulas() {
    Completeness some = new Completeness(100, 10);
    assertThat(some.optima()).isEqualTo(10 * 99 / 88.0);
    assertThat(some.uncovered()).isEqualTo(110 / 9900.0);
  }

  @Test
  void saysWhatItCannotKnow() {
    assertThat(new Completeness(0, 0).optima()).isNaN();
    assertThat(new Completeness(0, 0).uncovered()).isNaN();
    assertThat(new Completeness(1, 1).optima()).isInfinite();
    assertThat(new Completeness(1, 1).uncovered()).isOne();
    assertThat(new Completeness(7, 5).optima()).isInfinite();
    assertThat(new Completeness(7, 5).uncovered()).isEqualTo(30 / 42.0);
    assertThat(new Completeness(6, 5).uncovered()).isOne();
    assertThat(new Completeness(8, 5).optima()).isEqualTo(35);
  }

  @Test
  void comesCloseForEqualRegions() {
    RandomStream random = new RandomStream(1, 0, 0);
    BitSet found = new BitSet();
    for (int k = 0; k < 1_000; k++) {
      found.set(random.nextInt(100));
    }
    Completeness estimate = new Completeness(1_000, found.cardinality());
    assertThat(estimate.optima()).isCloseTo(100, within(15.0));
    assertThat(estimate.uncovered()).isLessThan(0.02);
  }

  @Test
  void refusesImpossibleCounts() {
    assertThatThrownBy(() -> new Completeness(-1, 0))
        .hasMessage("stalls: -1 (expected: 0 or more)");
    assertThatThrownBy(() -> new Completeness(3, 4))
        .hasMessage("distinct: 4 (expected: from 1 to stalls = 3)");
    assertThatThrownBy(() -> new Completeness(3, 0))
        .hasMessage("distinct: 0 (expected: from 1 to stalls = 3)");
  }
}
