package org.multidescent.engine;

import org.multidescent.descent.Oracle;

/** Evaluates runs of consecutive starts for one worker: in one call if the objective takes many. */
final class StartBatch {

  /** Takes the value of a start. */
  @FunctionalInterface
  interface Sink {
    void accept(long start, double value);
  }

  private final Oracle oracle;
  private final Nursery nursery;
  private final double[] position;
  private final double[] positions;
  private final double[] values;

  StartBatch(Oracle oracle, Nursery nursery, int largest) {
    this.oracle = oracle;
    this.nursery = nursery;
    this.position = new double[oracle.dimension()];
    this.positions = new double[oracle.isBatch() ? largest * oracle.dimension() : 0];
    this.values = new double[oracle.isBatch() ? largest : 0];
  }

  void evaluate(long first, int count, Sink sink) {
    if (!oracle.isBatch()) {
      for (long start = first; start < first + count; start++) {
        nursery.locate(start, position);
        sink.accept(start, oracle.value(position));
      }
      return;
    }
    for (int k = 0; k < count; k++) {
      nursery.locate(first + k, position);
      System.arraycopy(position, 0, positions, k * position.length, position.length);
    }
    oracle.values(positions, count, values);
    for (int k = 0; k < count; k++) {
      sink.accept(first + k, values[k]);
    }
  }
}
