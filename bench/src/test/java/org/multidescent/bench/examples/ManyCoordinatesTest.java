package org.multidescent.bench.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ManyCoordinatesTest {

  private static final int DIMENSION = 500;
  private static final int CALLS = 200;

  private final double[] start = new SplittableRandom(4).doubles(DIMENSION, -2, 2).toArray();

  @Test
  void theSearchTakesNoMoreCallsThanATextbook() {
    int[] made = {0};
    double level =
        ManyCoordinates.textbook(
            (x, gradient) -> {
              made[0]++;
              return ManyCoordinates.chain(x, gradient);
            },
            start,
            CALLS);
    assertThat(made[0]).isEqualTo(CALLS);
    double highest = ManyCoordinates.chain(start, new double[DIMENSION]);
    assertThat(level).isLessThan(1e-2 * highest);
    assertThat((double) ManyCoordinates.callsTo(level, DIMENSION, CALLS)).isLessThan(1.2 * CALLS);
  }

  @Test
  void theTextbookFindsTheMinimum() {
    double[] near = new SplittableRandom(5).doubles(6, 0.8, 1.2).toArray();
    assertThat(ManyCoordinates.textbook(ManyCoordinates::chain, near, 200)).isLessThan(1e-12);
  }
}
