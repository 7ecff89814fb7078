package org.multidescent.descent;

import java.util.Arrays;

/**
 * A search along the path of a step for an objective that takes batches: each round tries many
 * lengths, the first round together with the neighbours that the gradient at the first length
 * needs, so that most steps take one round. Belongs to an oracle.
 *
 * <p>Implementation note. The first length is taken unless another gains three times as much: its
 * gradient is known then. The gradient is made within the step, so that it is kept with the point,
 * and no thread needs to remember anything between two steps.
 */
final class BatchLineSearch {

  private static final double[] FIRST = {1, 0.5, 0.25, 2, 0.1, 4, 0.7, 0.03};
  private static final double[] SHORTER = {1, 0.3, 0.1, 0.03, 0.01, 0.003};
  private static final double BETTER = 3;
  private static final double LAST = 1e-3;
  private static final int ROUNDS = 6;

  private final Oracle oracle;
  private final int dimension;
  private final double[] target;
  private final double[] there;
  private final double[] ahead;
  private final double[] gains = new double[FIRST.length];
  private double[] positions;
  private double[] values;
  private boolean known;

  BatchLineSearch(Oracle oracle) {
    this.oracle = oracle;
    this.dimension = oracle.dimension();
    this.target = new double[dimension];
    this.there = new double[dimension];
    this.ahead = new double[dimension];
    this.positions = new double[FIRST.length * dimension];
    this.values = new double[FIRST.length];
  }

  /**
   * Searches for a sufficient decrease (Armijo).
   *
   * @param path its direction is set; says where the search ended
   * @param first the length that is most likely right
   * @return whether there is one
   */
  boolean search(Point point, ProjectedLineSearch path, double first) {
    double[] shares = FIRST;
    double unit = first;
    for (int round = 0; round < ROUNDS; round++) {
      int count = place(point, path, unit, shares);
      if (count == 0) {
        return false;
      }
      int neighbours = round == 0 ? foresee(point, count) : 0;
      oracle.values(positions, count + neighbours, values);
      int best = best(point, count);
      if (best >= 0) {
        path.accept(point, unit * shares[best], values[best]);
        known = best == 0 && neighbours > 0;
        if (known) {
          spread(count);
        }
        return true;
      }
      unit *= (round == 0 ? FIRST[FIRST.length - 1] : LAST) / 2;
      shares = SHORTER;
    }
    return false;
  }

  /** Writes the positions of all lengths that promise a gain; returns how many. */
  private int place(Point point, ProjectedLineSearch path, double unit, double[] shares) {
    int count = 0;
    while (count < Math.min(shares.length, oracle.largestBatch())) {
      double gain = path.move(point, unit * shares[count], target);
      boolean promises = gain < 0 && (count == 0 || -gain >= Math.ulp(point.value()));
      if (!promises) {
        break;
      }
      gains[count] = gain;
      System.arraycopy(target, 0, positions, count * dimension, dimension);
      count++;
    }
    return count;
  }

  /** Adds the neighbours of the first target; returns how many. */
  private int foresee(Point point, int count) {
    System.arraycopy(positions, 0, target, 0, dimension);
    known = false;
    if (count + dimension > oracle.largestBatch()
        || !oracle.workspace().foresee(point, target, there)) {
      return 0;
    }
    if (values.length < FIRST.length + dimension) {
      values = new double[FIRST.length + dimension];
      positions = Arrays.copyOf(positions, values.length * dimension);
    }
    int neighbours = 0;
    for (int i = 0; i < dimension; i++) {
      if (there[i] != target[i]) {
        int offset = (count + neighbours++) * dimension;
        System.arraycopy(target, 0, positions, offset, dimension);
        positions[offset + i] = there[i];
      }
    }
    return neighbours;
  }

  /** Returns the lowest of the first values that gains enough, or the first if it gains as well. */
  private int best(Point point, int count) {
    int best = -1;
    for (int k = 0; k < count; k++) {
      double rise = values[k] - point.value();
      boolean enough = rise < 0 && rise <= ProjectedLineSearch.ARMIJO * gains[k];
      if (enough && Double.isFinite(values[k]) && (best < 0 || values[k] < values[best])) {
        boolean keepsFirst =
            best == 0 && point.value() - values[k] < BETTER * (point.value() - values[0]);
        best = keepsFirst ? best : k;
      }
    }
    return best;
  }

  private void spread(int count) {
    int next = count;
    for (int i = 0; i < dimension; i++) {
      if (there[i] != target[i]) {
        ahead[i] = values[next++];
      }
    }
  }

  /** Makes the gradient of what the last search has seen, once the point is where it ended. */
  void foreseen(Point point) {
    if (known) {
      known = false;
      oracle.workspace().gradientFrom(point, there, ahead);
    }
  }
}
