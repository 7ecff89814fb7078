package org.multidescent.descent;

import java.util.Arrays;

/**
 * BFGS with the whole inverse Hessian: two-metric projection (Bertsekas 1982), that is the rows and
 * columns of the free coordinates.
 */
final class BfgsRule extends QuasiNewtonRule {

  @Override
  public int memory(int dimension) {
    return model(dimension) + dimension * dimension + dimension;
  }

  @Override
  void learn(double[] memory, int dimension, double product) {
    int matrix = model(dimension);
    int image = matrix + dimension * dimension;
    int s = shift();
    int y = change(dimension);
    if (memory[PAIRS] == 0) {
      begin(memory, dimension, product);
    }
    double norm = 0;
    for (int i = 0; i < dimension; i++) {
      double sum = 0;
      for (int j = 0, at = matrix + i * dimension; j < dimension; j++) {
        sum += memory[at + j] * memory[y + j];
      }
      memory[image + i] = sum;
      norm += sum * memory[y + i];
    }
    double factor = (1 + norm / product) / product;
    for (int i = 0; i < dimension; i++) {
      double shift = memory[s + i];
      double along = factor * shift - memory[image + i] / product;
      double across = shift / product;
      for (int j = 0, at = matrix + i * dimension; j < dimension; j++) {
        memory[at + j] += along * memory[s + j] - across * memory[image + j];
      }
    }
    memory[PAIRS]++;
  }

  /** Sets the matrix to the metric, scaled to the first pair unless it knows the curvature. */
  private static void begin(double[] memory, int dimension, double product) {
    int matrix = model(dimension);
    double scale = 1;
    if (memory[SCALED] == 1) {
      double norm = 0;
      for (int i = 0; i < dimension; i++) {
        double y = memory[change(dimension) + i];
        norm += y * y * memory[metric(dimension) + i];
      }
      scale = product / norm;
    }
    Arrays.fill(memory, matrix, matrix + dimension * dimension, 0);
    for (int i = 0; i < dimension; i++) {
      memory[matrix + i * dimension + i] = scale * memory[metric(dimension) + i];
    }
  }

  @Override
  void direct(double[] memory, double[] gradient, double[] free, double[] direction) {
    int dimension = gradient.length;
    boolean learnt = memory[PAIRS] > 0;
    int matrix = model(dimension);
    for (int i = 0; i < dimension; i++) {
      double sum = 0;
      if (free[i] == 0) {
        direction[i] = 0;
        continue;
      }
      if (!learnt) {
        direction[i] = -memory[metric(dimension) + i] * gradient[i];
        continue;
      }
      for (int j = 0, at = matrix + i * dimension; j < dimension; j++) {
        sum += memory[at + j] * free[j] * gradient[j];
      }
      direction[i] = -sum;
    }
  }
}
