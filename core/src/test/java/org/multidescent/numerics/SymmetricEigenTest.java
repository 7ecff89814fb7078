package org.multidescent.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.random.RandomStream;

class SymmetricEigenTest {

  private static final int AT = 3;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 20})
  void decomposesRandomMatrices(int n) {
    RandomStream random = new RandomStream(1, n, 0);
    for (int trial = 0; trial < 20; trial++) {
      double[] matrix = new double[n * n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          double entry = trial % 4 == 3 && i != j ? 0 : random.nextGaussian();
          matrix[i * n + j] = entry;
          matrix[j * n + i] = entry;
        }
      }
      check(matrix, n);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 12})
  void decomposesMatricesOfOneValue(int n) {
    double[] matrix = new double[n * n];
    Arrays.fill(matrix, 1);
    check(matrix, n);
    check(new double[n * n], n);
  }

  private static void check(double[] matrix, int n) {
    double[] vectors = new double[AT + n * n];
    double[] values = new double[1 + n];
    System.arraycopy(matrix, 0, vectors, AT, n * n);
    assertThat(new SymmetricEigen(n).decompose(vectors, AT, values, 1)).isTrue();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double product = 0;
        double unit = 0;
        for (int k = 0; k < n; k++) {
          product += vectors[AT + i * n + k] * values[1 + k] * vectors[AT + j * n + k];
          unit += vectors[AT + i * n + k] * vectors[AT + j * n + k];
        }
        assertThat(Math.abs(product - matrix[i * n + j])).isLessThan(1e-12);
        assertThat(Math.abs(unit - (i == j ? 1 : 0))).isLessThan(1e-12);
      }
    }
  }
}
