package org.multidescent.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Oracle;
import org.multidescent.function.BatchException;
import org.multidescent.util.Coordinates;

/**
 * Many evaluations that do not wait for each other: in one call if the objective takes batches,
 * with sharing if that is worth while, else one by one. Belongs to an oracle.
 *
 * <p>Implementation note. One call has no more positions than make up {@link #LARGEST_BLOCK}
 * numbers, so that memory does not grow with the square of the dimension.
 */
final class BatchEvaluation {

  private static final int LARGEST_BLOCK = 1 << 20;

  private final CountedOracle oracle;
  private final EvaluationCounter counter;
  private final @Nullable EvaluationSharing sharing;
  private final BatchCalls calls;
  private final double[] probe;
  private double[] neighbours = new double[0];
  private double[] neighbourValues = new double[0];
  private double[] batchPositions = new double[0];
  private double[] batchValues = new double[0];
  private double[] column = new double[0];

  BatchEvaluation(
      CountedOracle oracle, EvaluationCounter counter, @Nullable EvaluationSharing sharing) {
    this.oracle = oracle;
    this.counter = counter;
    this.sharing = sharing;
    this.calls = new BatchCalls(oracle, counter);
    this.probe = new double[oracle.dimension()];
  }

  /** Evaluates the neighbours of a position; see {@link Oracle#neighbours}. */
  void neighbours(double[] position, double[] there, double[] values) {
    int dimension = position.length;
    if (oracle.isBatch()) {
      neighboursAtOnce(position, there, values);
      return;
    }
    if (sharing != null && sharing.areWanted(dimension)) {
      SharedEvaluations split = SharedEvaluations.of(position, there);
      share(sharing, split);
      spread(split.values(), position, there, values, 0, dimension);
      return;
    }
    Coordinates.copy(position, 0, probe, 0, dimension);
    for (int i = 0; i < dimension; i++) {
      if (there[i] != position[i]) {
        probe[i] = there[i];
        values[i] = oracle.value(probe);
        probe[i] = position[i];
      }
    }
  }

  /** Evaluates two neighbours a coordinate in one call; returns whether there was room for that. */
  boolean neighbours(
      double[] position,
      double[] first,
      double[] firstValues,
      double[] second,
      double[] secondValues) {
    int dimension = position.length;
    if (2 * dimension > block(dimension)) {
      return false;
    }
    double[] positions = new double[2 * dimension * dimension];
    double[] both = new double[2 * dimension];
    int firsts = neighbours(position, first, positions, 0);
    int count = neighbours(position, second, positions, firsts);
    if (count > 0) {
      values(positions, count, both);
      spread(both, position, first, firstValues, 0, dimension);
      System.arraycopy(both, firsts, both, 0, count - firsts);
      spread(both, position, second, secondValues, 0, dimension);
    }
    return true;
  }

  /**
   * Writes the neighbours that are none of the position itself; returns how many there are then.
   */
  private static int neighbours(double[] position, double[] there, double[] positions, int before) {
    int dimension = position.length;
    int count = before;
    for (int i = 0; i < dimension; i++) {
      if (there[i] != position[i]) {
        System.arraycopy(position, 0, positions, count * dimension, dimension);
        positions[count * dimension + i] = there[i];
        count++;
      }
    }
    return count;
  }

  /** Shares evaluations, each with the sample it would have here. */
  private void share(EvaluationSharing with, SharedEvaluations shared) {
    int count = shared.remaining();
    long key = oracle.samples();
    long first = oracle.nextSample();
    shared.samples(key, first);
    with.share(shared, oracle);
    oracle.samples(key, first + count);
  }

  /** Evaluates the residuals of neighbours; see {@link Oracle#residualNeighbours}. */
  void residualNeighbours(double[] position, double[] there, double[] residuals) {
    int dimension = position.length;
    int count = residuals.length / dimension;
    if (sharing != null && sharing.areWanted(dimension)) {
      SharedEvaluations shared = SharedEvaluations.ofResiduals(position, there, count);
      sharing.share(shared, oracle);
      shared.distributeResiduals(position, there, residuals);
      return;
    }
    if (oracle.isBatch()) {
      residualsAtOnce(position, there, residuals);
      return;
    }
    if (column.length != count) {
      column = new double[count];
    }
    Coordinates.copy(position, 0, probe, 0, dimension);
    for (int i = 0; i < dimension; i++) {
      if (there[i] != position[i]) {
        probe[i] = there[i];
        oracle.residuals(probe, column);
        System.arraycopy(column, 0, residuals, i * count, count);
        probe[i] = position[i];
      }
    }
  }

  private void residualsAtOnce(double[] position, double[] there, double[] residuals) {
    int dimension = position.length;
    int width = residuals.length / dimension;
    double[] us = new double[dimension * dimension];
    int count = neighbours(position, there, us, 0);
    int coordinate = 0;
    for (int done = 0; done < count; ) {
      int granted = counter.beforeValues(Math.min(oracle.largestBatch(), count - done));
      double[] seen = residuals(us, done, granted, width);
      for (int k = 0; k < granted; k++, coordinate++) {
        while (there[coordinate] == position[coordinate]) {
          coordinate++;
        }
        System.arraycopy(seen, k * width, residuals, coordinate * width, width);
      }
      done += granted;
    }
  }

  /** One call for many residuals; those of a position that failed are not numbers. */
  private double[] residuals(double[] us, int first, int count, int width) {
    int dimension = oracle.dimension();
    double[] positions = new double[count * dimension];
    double[] seen = new double[count * width];
    double[] values = new double[count];
    for (int k = 0; k < count; k++) {
      oracle.coordinates().toProblem(us, (first + k) * dimension, positions, k * dimension);
    }
    Arrays.fill(values, Double.NaN);
    Arrays.fill(seen, Double.NaN);
    BatchException failures =
        calls.attempt(
            () -> oracle.current().residuals(positions, count, seen, values), count, false);
    for (int k = 0; k < count; k++) {
      if (failures == null || failures.failure(k) == null) {
        counter.after(values[k], us, (first + k) * dimension);
      } else {
        Arrays.fill(seen, k * width, (k + 1) * width, Double.NaN);
      }
    }
    if (failures != null) {
      calls.fail(failures, us, first, count, new double[first + count], false);
    }
    return seen;
  }

  private void neighboursAtOnce(double[] position, double[] there, double[] values) {
    int dimension = position.length;
    int block = Math.min(dimension, block(dimension));
    if (neighbours.length == 0) {
      neighbours = new double[block * dimension];
      neighbourValues = new double[block];
    }
    for (int from = 0; from < dimension; ) {
      int count = 0;
      int to = from;
      for (; to < dimension && count < block; to++) {
        if (there[to] != position[to]) {
          System.arraycopy(position, 0, neighbours, count * dimension, dimension);
          neighbours[count * dimension + to] = there[to];
          count++;
        }
      }
      if (count > 0) {
        values(neighbours, count, neighbourValues);
        spread(neighbourValues, position, there, values, from, to);
      }
      from = to;
    }
  }

  /**
   * Returns how many positions one call of a batch objective may have.
   *
   * @param dimension the number of coordinates
   * @return 1 or more
   */
  static int block(int dimension) {
    return Math.max(1, LARGEST_BLOCK / dimension);
  }

  /** Gives each coordinate of a range that moves the next of the values. */
  private static void spread(
      double[] seen, double[] position, double[] there, double[] values, int from, int to) {
    int next = 0;
    for (int i = from; i < to; i++) {
      if (there[i] != position[i]) {
        values[i] = seen[next++];
      }
    }
  }

  /** Evaluates positions that lie one after the other. */
  void values(double[] us, int count, double[] values) {
    int dimension = oracle.dimension();
    if (sharing != null && sharing.areWanted(count)) {
      SharedEvaluations shared = SharedEvaluations.of(us, count, dimension);
      share(sharing, shared);
      System.arraycopy(shared.values(), 0, values, 0, count);
      return;
    }
    if (!oracle.isBatch()) {
      for (int k = 0; k < count; k++) {
        Coordinates.copy(us, k * dimension, probe, 0, dimension);
        values[k] = oracle.value(probe);
      }
      return;
    }
    if (oracle.isConstrained()) {
      oracle.constrained().orders(us, count, values);
      return;
    }
    int block = Math.min(count, oracle.largestBatch());
    if (batchValues.length < block) {
      batchValues = new double[block];
      batchPositions = new double[block * dimension];
    }
    for (int done = 0; done < count; ) {
      int wanted = Math.min(block, count - done);
      int granted =
          oracle.isFused() ? counter.beforeGradients(wanted) : counter.beforeValues(wanted);
      batch(us, done, granted, values);
      done += granted;
    }
  }

  /** One call of a batch objective; a value it does not write is not a number. */
  private void batch(double[] us, int first, int count, double[] values) {
    int dimension = oracle.dimension();
    for (int k = 0; k < count; k++) {
      oracle.coordinates().toProblem(us, (first + k) * dimension, batchPositions, k * dimension);
    }
    Arrays.fill(batchValues, Double.NaN);
    BatchException failures =
        calls.attempt(
            () -> oracle.current().values(batchPositions, count, batchValues),
            count,
            oracle.isFused());
    System.arraycopy(batchValues, 0, values, first, count);
    for (int k = 0; k < count; k++) {
      if (failures == null || failures.failure(k) == null) {
        counter.after(batchValues[k], us, (first + k) * dimension);
      }
    }
    if (failures != null) {
      calls.fail(failures, us, first, count, values, oracle.isFused());
    }
  }
}
