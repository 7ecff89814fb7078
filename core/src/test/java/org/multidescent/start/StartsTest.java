package org.multidescent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.problem.Box;
import org.multidescent.random.Mix;

/** What every sequence promises. */
class StartsTest {

  static List<Starts> all() {
    return List.of(
        Starts.uniform(),
        Starts.sobol(),
        Starts.halton(),
        Starts.latinHypercube(1),
        Starts.latinHypercube(37),
        Starts.centred(Starts.sobol()),
        Starts.nearCentre(Starts.sobol()),
        Starts.given(List.of(new double[] {0.5, 0, 7, 1e-3}, new double[] {1, -1, 7, 0})));
  }

  private static final Box BOX =
      Box.of(new double[] {0, -1, 7, 0}, new double[] {1, 1, 7, Math.nextUp(1e-3)});

  private static double[] start(Starts starts, long seed, long index, Box box) {
    double[] x = new double[box.dimension()];
    Arrays.fill(x, Double.NaN);
    starts.fill(seed, index, box, x);
    return x;
  }

  @ParameterizedTest
  @MethodSource("all")
  void areTheSameInAnyOrderOnAnyThread(Starts starts) {
    double[][] forwards = new double[2_000][];
    for (int k = 0; k < forwards.length; k++) {
      forwards[k] = start(starts, 42, k, BOX);
    }
    boolean same =
        IntStream.range(0, forwards.length)
            .parallel()
            .map(k -> forwards.length - 1 - k)
            .allMatch(k -> Arrays.equals(forwards[k], start(starts, 42, k, BOX)));
    assertThat(same).isTrue();
  }

  @ParameterizedTest
  @MethodSource("all")
  void stayInTheBoxAndKeepFixedCoordinates(Starts starts) {
    long[] offsets = {0, 1L << 31, 1L << 40, Long.MAX_VALUE - 1_000};
    for (long offset : offsets) {
      for (int k = 0; k < 1_000; k++) {
        double[] x = start(starts, k, offset + k, BOX);
        assertThat(BOX.contains(x)).isTrue();
        assertThat(x[2]).isEqualTo(7);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void standTheWidestBox(Starts starts) {
    Box box = Box.cube(-Double.MAX_VALUE, Double.MAX_VALUE, 4);
    for (int k = 2; k < 200; k++) {
      assertThat(box.contains(start(starts, 1, k, box))).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void differFromSeedToSeedAndFromIndexToIndex(Starts starts) {
    Set<Double> firsts = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      for (long k = 2; k < 52; k++) {
        firsts.add(start(starts, seed, k, BOX)[0]);
      }
      firsts.add(start(starts, seed, (1L << 32) + 3, BOX)[0]);
    }
    assertThat(firsts).hasSize(20 * 51);
  }

  @ParameterizedTest
  @MethodSource("all")
  void areEvenOnEachCoordinateInHighDimension(Starts starts) {
    Box box = Box.cube(0, 1, 5_000);
    int n = 400;
    double[] means = new double[box.dimension()];
    double[] x = new double[box.dimension()];
    for (int k = 0; k < n; k++) {
      starts.fill(9, k + 2L, box, x);
      for (int i = 0; i < x.length; i++) {
        means[i] += x[i] / n;
      }
    }
    // Five standard deviations of the mean of n uniform numbers.
    double limit = 5 * Math.sqrt(1 / 12.0 / n);
    for (double mean : means) {
      assertThat(mean).isBetween(0.5 - limit, 0.5 + limit);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void refuseBadArguments(Starts starts) {
    assertThatThrownBy(() -> starts.fill(1, -1, BOX, new double[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("index: -1 (expected: 0 or more)");
    assertThatThrownBy(() -> starts.fill(1, 0, BOX, new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x: 3 coordinates (expected: 4, as the box has)");
    assertThatThrownBy(() -> starts.validate(Box.cube(0, Double.POSITIVE_INFINITY, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(expected: finite bounds)");
    starts.validate(BOX);
  }

  @Test
  void lowDiscrepancyStartsIntegrateBetterThanUniformOnes() {
    double uniform = integrationError(Starts.uniform());
    assertThat(integrationError(Starts.sobol())).isLessThan(uniform / 5);
    assertThat(integrationError(Starts.halton())).isLessThan(uniform / 5);
    assertThat(integrationError(Starts.latinHypercube(1024))).isLessThan(uniform / 1.5);
  }

  /** Root mean square over seeds of the error for a product whose integral is 1. */
  private static double integrationError(Starts starts) {
    Box box = Box.cube(0, 1, 5);
    int n = 1024;
    double[] x = new double[5];
    double squares = 0;
    for (int seed = 0; seed < 30; seed++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        starts.fill(seed, k, box, x);
        double product = 1;
        for (double u : x) {
          product *= 0.5 + u;
        }
        sum += product;
      }
      squares += Math.pow(sum / n - 1, 2);
    }
    return Math.sqrt(squares / 30);
  }

  @Test
  void latinHypercubesHaveOneStartInEachIntervalOfEachCoordinate() {
    for (int size : new int[] {1, 2, 3, 10, 64, 1_000}) {
      Starts starts = Starts.latinHypercube(size);
      Box box = Box.cube(0, 1, 6);
      List<String> designs = new ArrayList<>();
      for (int design = 0; design < 3; design++) {
        boolean[][] taken = new boolean[6][size];
        StringBuilder order = new StringBuilder();
        for (int k = 0; k < size; k++) {
          double[] x = start(starts, 5, (long) design * size + k, box);
          for (int i = 0; i < 6; i++) {
            int interval = (int) (x[i] * size);
            assertThat(taken[i][interval]).isFalse();
            taken[i][interval] = true;
            order.append(interval).append(' ');
          }
        }
        designs.add(order.toString());
      }
      if (size >= 10) {
        assertThat(new HashSet<>(designs)).hasSize(3);
      }
    }
    assertThatThrownBy(() -> Starts.latinHypercube(0)).hasMessage("size: 0 (expected: 1 or more)");
  }

  @Test
  void haltonHasEachElementaryIntervalEquallyOften() {
    Box box = Box.cube(0, 1, 3);
    int[][] counts = {new int[16], new int[27], new int[25]};
    int n = 16 * 27 * 25;
    for (int k = 0; k < n; k++) {
      double[] x = start(Starts.halton(), 3, k, box);
      for (int i = 0; i < 3; i++) {
        counts[i][(int) (x[i] * counts[i].length)]++;
      }
    }
    for (int[] count : counts) {
      assertThat(Arrays.stream(count).distinct().toArray()).containsExactly(n / count.length);
    }
  }

  @Test
  void permutationsTakeEachPlaceAndEachOrderEquallyOften() {
    int[] orders = new int[27];
    for (long key = 0; key < 60_000; key++) {
      int order = 0;
      for (int k = 0; k < 3; k++) {
        order = 3 * order + Permutation.apply(k, 3, Mix.mix(key, 1));
      }
      orders[order]++;
    }
    assertThat(Arrays.stream(orders).filter(count -> count > 0).count()).isEqualTo(6);
    assertThat(Arrays.stream(orders).filter(count -> count > 0))
        .allSatisfy(count -> assertThat(count).isBetween(9_000, 11_000));
  }
}
