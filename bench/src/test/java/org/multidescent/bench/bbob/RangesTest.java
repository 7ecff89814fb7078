package org.multidescent.bench.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {

  @Test
  void readsNumbersAndRanges() {
    assertThat(Ranges.parse("functions", "1-24", 1, 24)).hasSize(24).startsWith(1).endsWith(24);
    assertThat(Ranges.parse("dimensions", "10, 2,5", 2, 40)).containsExactly(2, 5, 10);
    assertThat(Ranges.parse("instances", "1-3,2,7", 1, Integer.MAX_VALUE))
        .containsExactly(1, 2, 3, 7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1,,2", "1-", "-3", "1-2-3", "1.5"})
  void refusesWhatIsNoNumber(String text) {
    assertThatThrownBy(() -> Ranges.parse("functions", text, 1, 24))
        .hasMessageStartingWith("functions: " + text + " (expected: numbers and ranges");
  }

  @Test
  void namesTheBounds() {
    assertThatThrownBy(() -> Ranges.parse("functions", "3,20-25", 1, 24))
        .hasMessage("functions: 3,20-25 (expected: 1 to 24; '20-25' is not within)");
    assertThatThrownBy(() -> Ranges.parse("dimensions", "1", 2, Integer.MAX_VALUE))
        .hasMessage("dimensions: 1 (expected: 2 or more; '1' is not within)");
    assertThatThrownBy(() -> Ranges.parse("instances", "5-3", 1, 9))
        .hasMessage("instances: 5-3 (expected: ranges that rise; '5-3' does not)");
  }
}
