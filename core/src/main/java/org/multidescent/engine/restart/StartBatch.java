package org.multidescent.engine.restart;

import org.multidescent.descent.Oracle;
import org.multidescent.engine.settings.SearchSettings;

/** Evaluates runs of consecutive starts for one worker: in one call if the objective takes many. */
public final class StartBatch {

  /** Takes the value of a start. */
  public interface Sink {

    /** Tells which start is evaluated next, and how many with it: those that follow in order. */
    void begin(long start, int count);

    void accept(long start, double value);

    /** Tells that none is taken that has not been evaluated. */
    default void pause() {}
  }

  private static final int CHUNKS_PER_WORKER = 64;
  private static final int LARGEST_CHUNK = 1024;

  private final Oracle oracle;
  private final StartSource nursery;
  private final int limit;
  private final int chunk;
  private final double[] position;
  private final double[] positions;
  private final double[] values;

  public StartBatch(Oracle oracle, StartSource nursery, SearchSettings settings) {
    this.oracle = oracle;
    this.nursery = nursery;
    this.limit = limit(settings);
    int most = oracle.isBatch() ? Math.min(LARGEST_CHUNK, oracle.largestBatch()) : LARGEST_CHUNK;
    this.chunk =
        (int) Math.max(1, Math.min(most, limit / ((long) CHUNKS_PER_WORKER * settings.workers())));
    this.position = new double[oracle.dimension()];
    this.positions = new double[oracle.isBatch() ? chunk * oracle.dimension() : 0];
    this.values = new double[oracle.isBatch() ? chunk : 0];
  }

  /** Returns how many starts are evaluated at first, as far as the budget allows. */
  public static int limit(SearchSettings settings) {
    return (int) Math.min(settings.initialStarts(), settings.budget().evaluations());
  }

  /** Evaluates initial starts, chunk by chunk, until this and other workers have taken all. */
  public void evaluateShare(Sink sink) {
    long first;
    while ((first = nursery.claimLeft()) >= 0) {
      evaluateAll(first, 1, sink);
    }
    while ((first = nursery.claim(chunk, limit)) < limit) {
      evaluateAll(first, (int) Math.min(chunk, limit - first), sink);
    }
  }

  private void evaluateAll(long first, int count, Sink sink) {
    sink.begin(first, count);
    evaluate(first, count, sink);
    sink.pause();
  }

  private void evaluate(long first, int count, Sink sink) {
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
