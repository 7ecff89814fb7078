package org.multidescent.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PriorityKeyTest {

  private static final double[] ASCENDING = {
    Double.NEGATIVE_INFINITY,
    -Double.MAX_VALUE,
    -1,
    -Double.MIN_VALUE,
    0.0,
    Double.MIN_VALUE,
    1,
    Math.nextUp(1.0),
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY
  };

  @Test
  void keepsTheOrderOfValues() {
    long[] keys = Arrays.stream(ASCENDING).mapToLong(PriorityKey::of).toArray();

    assertThat(keys).isSorted().doesNotHaveDuplicates();
    assertThat(keys[keys.length - 1]).isLessThan(PriorityKey.NONE);
  }

  @Test
  void givesTheValueBack() {
    for (double value : ASCENDING) {
      assertThat(PriorityKey.value(PriorityKey.of(value))).isEqualTo(value);
    }
    assertThat(PriorityKey.value(PriorityKey.NONE)).isInfinite();
  }

  @Test
  void knowsOneZero() {
    assertThat(PriorityKey.of(-0.0)).isEqualTo(PriorityKey.of(0.0));
  }

  @Test
  void rejectsWhatIsNotANumber() {
    assertThatThrownBy(() -> PriorityKey.of(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value: NaN (expected: a number or an infinity)");
  }
}
