package org.multidescent.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RungsTest {

  @Test
  void eachTakesThreeTimesAsMany() {
    assertThat(Rungs.completed(0)).isZero();
    assertThat(Rungs.end(0)).isEqualTo(8);
    assertThat(Rungs.completed(7)).isZero();
    assertThat(Rungs.completed(8)).isEqualTo(1);
    assertThat(Rungs.end(8)).isEqualTo(24);
    assertThat(Rungs.completed(71)).isEqualTo(2);
    assertThat(Rungs.completed(72)).isEqualTo(3);
    assertThat(Rungs.end(Long.MAX_VALUE / 2)).isPositive();
  }

  @Test
  void ratesDecay() {
    assertThat(Decay.none().factor(1000)).isEqualTo(1);
    assertThat(Decay.squareRoot(10).factor(0)).isEqualTo(1);
    assertThat(Decay.squareRoot(10).factor(30)).isEqualTo(0.5);
    assertThat(Decay.linear(10).factor(4)).isEqualTo(0.6);
    assertThat(Decay.linear(10).factor(11)).isZero();
    assertThat(Decay.cosine(10).factor(5)).isCloseTo(0.5, within(1e-15));
    assertThat(Decay.cosine(10).factor(10)).isZero();
    assertThatThrownBy(() -> Decay.linear(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gradients: 0 (expected: 1 or more)");
  }
}
