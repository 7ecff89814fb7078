package org.multidescent.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

  @Test
  void mixesLikeSplitMix64() {
    // The first outputs of SplitMix64 from state 1234567, as in Vigna's reference implementation.
    RandomStream stream = RandomStream.resumed(1234567);
    assertThat(Long.toUnsignedString(stream.nextLong())).isEqualTo("6457827717110365317");
    assertThat(Long.toUnsignedString(stream.nextLong())).isEqualTo("3203168211198807973");
  }

  @Test
  void goesOnFromAStoredState() {
    RandomStream stream = new RandomStream(42, 7, 3);
    stream.nextGaussian();
    long state = stream.state();
    double next = stream.nextGaussian();
    assertThat(RandomStream.resumed(state).nextGaussian()).isEqualTo(next);
    stream.restore(state);
    assertThat(stream.nextGaussian()).isEqualTo(next);
  }

  @Test
  void streamsOfNeighboursShareNoNumber() {
    Set<Long> numbers = new HashSet<>();
    for (int seed = 0; seed < 5; seed++) {
      for (int id = 0; id < 20; id++) {
        for (int generation = 0; generation < 5; generation++) {
          RandomStream stream = new RandomStream(seed, id, generation);
          for (int k = 0; k < 100; k++) {
            numbers.add(stream.nextLong());
          }
        }
      }
    }
    assertThat(numbers).hasSize(5 * 20 * 5 * 100);
  }

  @Test
  void gaussiansHaveMeanZeroAndDeviationOne() {
    RandomStream stream = new RandomStream(1, 2, 3);
    int n = 100_000;
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    for (int k = 0; k < n; k++) {
      double g = stream.nextGaussian();
      sum += g;
      squares += g * g;
      fourths += g * g * g * g;
    }
    assertThat(sum / n).isBetween(-0.02, 0.02);
    assertThat(squares / n).isBetween(0.98, 1.02);
    assertThat(fourths / n).isBetween(2.85, 3.15);
  }

  @Test
  void boundedNumbersAreInRangeAndEven() {
    RandomStream stream = new RandomStream(1, 1, 1);
    int[] counts = new int[7];
    for (int k = 0; k < 70_000; k++) {
      counts[stream.nextInt(7)]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(9_600, 10_400);
    }
    for (int k = 0; k < 1_000; k++) {
      assertThat(stream.nextDouble(-2, 3)).isGreaterThanOrEqualTo(-2).isLessThan(3);
    }
    assertThat(stream.nextInt(1)).isZero();
    assertThat(stream.nextInt(Integer.MAX_VALUE)).isNotNegative();
  }

  @Test
  void refusesEmptyRanges() {
    RandomStream stream = new RandomStream(1, 1, 1);
    assertThatThrownBy(() -> stream.nextInt(0)).hasMessage("bound: 0 (expected: 1 or more)");
    assertThatThrownBy(() -> stream.nextDouble(1, 1))
        .hasMessage("bound: 1.0 (expected: above origin = 1.0, at a finite distance)");
  }
}
