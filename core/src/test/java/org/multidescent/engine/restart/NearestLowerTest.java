package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestLowerTest {

  /** Positions on a grid are often the same, and so are values of few kinds. */
  @ParameterizedTest
  @CsvSource({
    "1, 1000000, 1000000",
    "2, 1000000, 1000000",
    "2, 10, 1000000",
    "3, 1000000, 5",
    "6, 1000000, 1000000",
    "7, 1000, 1000",
    "2, 1, 20"
  })
  void agreesWithAllPairs(int dimension, int places, int kinds) {
    SplittableRandom random = new SplittableRandom(dimension + places);
    NearestLower index = new NearestLower(dimension);
    List<PooledEntry> entries = new ArrayList<>();
    List<double[]> expected = new ArrayList<>();
    for (int k = 0; k < 1500; k++) {
      double[] at = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        at[i] = random.nextInt(places) / (double) places;
      }
      PooledEntry added = PooledEntry.start(k, random.nextInt(kinds), at, at, true);
      double[] lower = {Double.POSITIVE_INFINITY};
      for (int other = 0; other < k; other++) {
        double distance = distance(entries.get(other).at, at);
        double[] higher = entries.get(other).value <= added.value ? lower : expected.get(other);
        higher[0] = Math.min(higher[0], distance);
      }
      index.add(added);
      entries.add(added);
      expected.add(lower);
      if (k == 700) {
        index.clear();
        entries.forEach(index::put);
      }
    }
    for (int k = 0; k < entries.size(); k++) {
      assertThat(entries.get(k).lower).as("entry %d", k).isEqualTo(expected.get(k)[0]);
    }
  }

  private static double distance(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += (u[i] - v[i]) * (u[i] - v[i]);
    }
    return sum;
  }
}
