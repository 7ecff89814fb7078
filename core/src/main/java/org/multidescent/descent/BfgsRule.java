package org.multidescent.descent;

import java.util.Arrays;
import org.multidescent.util.Coordinates;
import org.multidescent.util.Room;

/**
 * BFGS with the whole inverse Hessian: of it the rows and columns of the free coordinates
 * (two-metric projection, Bertsekas 1982). Before an update the matrix is scaled up if it expected
 * more curvature along the step than there was (Oren and Luenberger 1974, only in this direction as
 * in Al-Baali 1998). What it knew of other directions is too large then: the last pairs are learnt
 * once more, oldest first (secants of former steps as in Schnabel, Quasi-Newton methods using
 * multiple secant equations, 1983). The model is the matrix, its product with the last change, and
 * these pairs.
 */
final class BfgsRule extends QuasiNewtonRule {

  /** So many pairs a coordinate are kept. */
  private static final int KEPT_PER_COORDINATE = 2;

  private static final int MOST_KEPT = 64;

  @Override
  public int memory(int dimension) {
    long pairs = 2L * kept(dimension) * dimension;
    return Room.ofPoint("bfgs", image(dimension) + dimension + pairs, dimension);
  }

  /** Where the product of the matrix with a change begins; the pairs that are kept follow. */
  private static long image(int dimension) {
    return model(dimension) + (long) dimension * dimension;
  }

  private static int kept(int dimension) {
    return Math.min(KEPT_PER_COORDINATE * dimension, MOST_KEPT);
  }

  @Override
  void learn(double[] memory, WorkingCoordinates scaling, double product) {
    int dimension = scaling.dimension();
    int matrix = model(dimension);
    int image = (int) image(dimension);
    long pairs = (long) memory[PAIRS];
    double scale = memory[EXPECTED] / product;
    if (pairs == 0) {
      begin(memory, scaling, product);
    } else if (scale > 1) {
      for (int k = matrix; k < image; k++) {
        memory[k] *= scale;
      }
      for (long k = Math.max(0, pairs - kept(dimension)); k < pairs; k++) {
        int pair = pair(k, dimension);
        update(memory, dimension, pair, product(memory, pair, dimension));
      }
    }
    int newest = pair(pairs, dimension);
    Coordinates.copy(memory, SHIFT, memory, newest, 2 * dimension);
    update(memory, dimension, newest, product);
  }

  /** Where a pair is kept, the change behind the shift. */
  private static int pair(long number, int dimension) {
    int place = (int) (number % kept(dimension));
    return (int) image(dimension) + dimension + 2 * place * dimension;
  }

  private static double product(double[] memory, int pair, int dimension) {
    double product = 0;
    for (int i = pair; i < pair + dimension; i++) {
      product += memory[i] * memory[i + dimension];
    }
    return product;
  }

  /** Has the matrix map a pair's change to its shift; {@code product} is their product. */
  private static void update(double[] memory, int dimension, int pair, double product) {
    int matrix = model(dimension);
    int image = (int) image(dimension);
    int y = pair + dimension;
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
      double shift = memory[pair + i];
      double along = factor * shift - memory[image + i] / product;
      double across = shift / product;
      for (int j = 0; j < dimension; j++) {
        memory[row + j] += along * memory[pair + j] - across * memory[image + j];
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
