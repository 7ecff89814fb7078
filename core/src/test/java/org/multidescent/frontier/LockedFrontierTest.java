package org.multidescent.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LockedFrontierTest extends FrontierContract {

  @Override
  <T> Frontier<T> create(int workers, long expected) {
    return Frontier.locked(workers, expected);
  }

  @Test
  void takesTheBestAlways() {
    Frontier<String> frontier = Frontier.locked(2);
    double[] values = new SplittableRandom(3).doubles(1_000).toArray();
    for (int i = 0; i < values.length; i++) {
      frontier.access(i % 2).offerStart(values[i], i);
    }
    Arrays.sort(values);
    for (int i = 0; i < values.length; i++) {
      assertThat(frontier.access(i % 2).poll()).isTrue();
      assertThat(frontier.access(i % 2).value()).isEqualTo(values[i]);
    }
  }
}
