package org.multidescent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SobolTableTest {

  private static double coordinate(int coordinate, long n) {
    return (SobolTable.point(coordinate, n) >>> 11) * 0x1p-53;
  }

  /** The first points in three dimensions, as Joe and Kuo's own program prints them. */
  @Test
  void beginsWithTheKnownPoints() {
    double[][] points = {
      {0, 0, 0},
      {0.5, 0.5, 0.5},
      {0.75, 0.25, 0.25},
      {0.25, 0.75, 0.75},
      {0.375, 0.375, 0.625},
      {0.875, 0.875, 0.125},
      {0.625, 0.125, 0.875},
      {0.125, 0.625, 0.375},
      {0.1875, 0.3125, 0.9375},
      {0.6875, 0.8125, 0.4375}
    };
    for (int n = 0; n < points.length; n++) {
      for (int i = 0; i < 3; i++) {
        assertThat(coordinate(i, n)).isEqualTo(points[n][i]);
      }
    }
  }

  @Test
  void putsOnePointInEachDyadicIntervalOfEachCoordinate() {
    int n = 256;
    for (int i = 0; i < SobolTable.DIMENSIONS; i++) {
      boolean[] taken = new boolean[n];
      for (int k = 0; k < n; k++) {
        int interval = (int) (coordinate(i, 3L * n + k) * n);
        assertThat(taken[interval]).isFalse();
        taken[interval] = true;
      }
    }
  }

  @Test
  void putsOnePointInEachDyadicSquareOfTheFirstPair() {
    int side = 32;
    boolean[] taken = new boolean[side * side];
    for (int k = 0; k < taken.length; k++) {
      int square = (int) (coordinate(0, k) * side) * side + (int) (coordinate(1, k) * side);
      assertThat(taken[square]).isFalse();
      taken[square] = true;
    }
  }

  @Test
  void aTableThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> SobolTable.read("other.txt", 33))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("other.txt: not to be read (expected: beside its class");
  }
}
