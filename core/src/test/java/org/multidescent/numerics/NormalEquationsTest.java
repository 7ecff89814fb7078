package org.multidescent.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NormalEquationsTest {

  private static final int ROWS = 30;
  private static final int COLUMNS = 6;

  private final SplittableRandom random = new SplittableRandom(3);
  private final double[][] rows = new double[ROWS][COLUMNS];
  private final double[] values = new double[ROWS];

  NormalEquationsTest() {
    for (int r = 0; r < ROWS; r++) {
      for (int c = 0; c < COLUMNS; c++) {
        rows[r][c] = random.nextDouble(-1, 1);
      }
      values[r] = random.nextDouble(-5, 5);
    }
  }

  @Test
  void solvesAsReflectionsDo() {
    NormalEquations normal = new NormalEquations(COLUMNS);
    double[] a = new double[ROWS * COLUMNS];
    double[] b = new double[ROWS];
    for (int pass = 0; pass < 2; pass++) {
      normal.clear();
      for (int r = 0; r < ROWS; r++) {
        double weight = 0.1 + r % 3;
        normal.add(rows[r], values[r], weight);
        for (int c = 0; c < COLUMNS; c++) {
          a[c * ROWS + r] = Math.sqrt(weight) * rows[r][c];
        }
        b[r] = Math.sqrt(weight) * values[r];
      }
      double[] expected = new double[COLUMNS];
      HouseholderQr.solve(a, ROWS, COLUMNS, b, expected);
      assertThat(normal.solve()).containsExactly(expected, within(1e-12));
    }
  }

  @Test
  void aColumnThatDependsOnOthersHasNoPart() {
    NormalEquations normal = new NormalEquations(3);
    for (int r = 0; r < ROWS; r++) {
      double x = rows[r][0];
      normal.add(new double[] {1, x, 2 * x - 1}, 4 + 3 * x, 1);
    }
    assertThat(normal.solve()).containsExactly(new double[] {4, 3, 0}, within(1e-12));
  }

  @Test
  void fewerRowsThanColumnsAreMet() {
    NormalEquations normal = new NormalEquations(COLUMNS);
    normal.add(rows[0], values[0], 1);
    normal.add(rows[1], values[1], 1);
    double[] solution = normal.solve();
    for (int r = 0; r < 2; r++) {
      double sum = 0;
      for (int c = 0; c < COLUMNS; c++) {
        sum += rows[r][c] * solution[c];
      }
      assertThat(sum).isCloseTo(values[r], within(1e-10));
    }
  }
}
