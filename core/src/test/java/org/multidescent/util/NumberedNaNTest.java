package org.multidescent.util;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedNaNTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 24, Integer.MAX_VALUE})
  void isNaNAndKeepsItsNumber(int number) {
    double value = NumberedNaN.of(number);
    assertThat(value).isNaN();
    assertThat(NumberedNaN.number(value)).isEqualTo(number);
    assertThat(NumberedNaN.number(-value)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE, Double.MIN_VALUE})
  void otherValuesHaveNone(double value) {
    assertThat(NumberedNaN.number(value)).isEqualTo(-1);
  }
}
