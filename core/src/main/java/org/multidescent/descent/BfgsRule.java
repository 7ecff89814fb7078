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
 * multiple secant equations, 1983). The model is the matrix, scratch of a vector it is multiplied
 * with or gives, and these pairs.
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

  /** Where the scratch of a vector begins; the pairs that are kept follow. */
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
    multiply(memory, y, memory, image, dimension);
    double norm = 0;
    for (int i = 0; i < dimension; i++) {
      norm += memory[image + i] * memory[y + i];
    }
    double factor = (1 + norm / product) / product;
    int i = 0; // two rows at once: what they are made of is loaded once
    for (; i <= dimension - 2; i += 2) {
      int row = matrix + i * dimension;
      int next = row + dimension;
      double along = factor * memory[pair + i] - memory[image + i] / product;
      double across = memory[pair + i] / product;
      double nextAlong = factor * memory[pair + i + 1] - memory[image + i + 1] / product;
      double nextAcross = memory[pair + i + 1] / product;
      for (int j = 0; j < dimension; j++) {
        double shift = memory[pair + j];
        double there = memory[image + j];
        memory[row + j] += along * shift - across * there;
        memory[next + j] += nextAlong * shift - nextAcross * there;
      }
    }
    if (i < dimension) {
      int row = matrix + i * dimension;
      double along = factor * memory[pair + i] - memory[image + i] / product;
      double across = memory[pair + i] / product;
      for (int j = 0; j < dimension; j++) {
        memory[row + j] += along * memory[pair + j] - across * memory[image + j];
      }
    }
  }

  /**
   * Multiplies the matrix with a vector, four rows at once: each of their sums waits for its own
   * last term only.
   */
  private static void multiply(double[] memory, int from, double[] to, int target, int dimension) {
    int matrix = model(dimension);
    int i = 0;
    for (; i <= dimension - 4; i += 4) {
      int first = matrix + i * dimension;
      int second = first + dimension;
      int third = second + dimension;
      int fourth = third + dimension;
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      for (int j = 0; j < dimension; j++) {
        double v = memory[from + j];
        a += memory[first + j] * v;
        b += memory[second + j] * v;
        c += memory[third + j] * v;
        d += memory[fourth + j] * v;
      }
      to[target + i] = a;
      to[target + i + 1] = b;
      to[target + i + 2] = c;
      to[target + i + 3] = d;
    }
    for (; i < dimension; i++) {
      int row = matrix + i * dimension;
      double sum = 0;
      for (int j = 0; j < dimension; j++) {
        sum += memory[row + j] * memory[from + j];
      }
      to[target + i] = sum;
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
    int masked = (int) image(dimension);
    double[] direction = path.direction();
    double[] free = path.mask();
    for (int i = 0; i < dimension; i++) {
      memory[masked + i] = free[i] * gradient[i];
    }
    multiply(memory, masked, direction, 0, dimension);
    for (int i = 0; i < dimension; i++) {
      direction[i] *= -free[i];
    }
  }
}
