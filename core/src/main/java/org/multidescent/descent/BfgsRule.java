package org.multidescent.descent;

import java.util.Arrays;
import org.multidescent.util.Room;

/**
 * BFGS with the whole inverse Hessian: of it the rows and columns of the free coordinates
 * (two-metric projection, Bertsekas 1982). Before an update the matrix is scaled up if it expected
 * more curvature along the step than there was (Oren and Luenberger 1974, only in this direction as
 * in Al-Baali 1998). The model is the matrix and its product with the last change.
 */
final class BfgsRule extends QuasiNewtonRule {

  @Override
  public int memory(int dimension) {
    return Room.ofPoint(
        "bfgs", model(dimension) + (long) dimension * dimension + dimension, dimension);
  }

  @Override
  void learn(double[] memory, WorkingCoordinates scaling, double product) {
    int dimension = scaling.dimension();
    int matrix = model(dimension);
    int image = matrix + dimension * dimension;
    int y = change(dimension);
    double scale = memory[EXPECTED] / product;
    if (memory[PAIRS] == 0) {
      begin(memory, scaling, product);
    } else if (scale > 1) {
      for (int k = matrix; k < image; k++) {
        memory[k] *= scale;
      }
    }
    double norm = 0;
    for (int i = 0; i < dimension; i++) {
      int row = matrix + i * dimension;
      double sum = 0;
      for (int j = 0; j < dimension; j++) {
        sum += memory[row + j] * memory[y + j];
      }
      memory[image + i] = sum;
      norm += sum * memory[y + i];
    }
    double factor = (1 + norm / product) / product;
    for (int i = 0; i < dimension; i++) {
      int row = matrix + i * dimension;
      double shift = memory[SHIFT + i];
      double along = factor * shift - memory[image + i] / product;
      double across = shift / product;
      for (int j = 0; j < dimension; j++) {
        memory[row + j] += along * memory[SHIFT + j] - across * memory[image + j];
      }
    }
  }

  /** Sets the matrix to the squared extents of the box, scaled to the first pair. */
  private static void begin(double[] memory, WorkingCoordinates scaling, double product) {
    int dimension = scaling.dimension();
    int matrix = model(dimension);
    double scale = product / changeNorm(memory, scaling);
    Arrays.fill(memory, matrix, matrix + dimension * dimension, 0);
    for (int i = 0; i < dimension; i++) {
      memory[matrix + i * dimension + i] = scale * scaling.share(i) * scaling.share(i);
    }
  }

  @Override
  void direct(
      double[] memory, double[] gradient, ProjectedLineSearch path, WorkingCoordinates scaling) {
    int dimension = gradient.length;
    int matrix = model(dimension);
    double[] direction = path.direction();
    double[] free = path.mask();
    for (int i = 0; i < dimension; i++) {
      int row = matrix + i * dimension;
      double sum = 0;
      if (free[i] != 0) {
        for (int j = 0; j < dimension; j++) {
          sum += memory[row + j] * free[j] * gradient[j];
        }
      }
      direction[i] = -sum;
    }
  }
}
