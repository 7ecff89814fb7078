package org.multidescent.bench.tune;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.multidescent.problem.Evaluator;

/**
 * Times an objective, evaluation by evaluation, or batch by batch where an evaluation is short
 * beside the clock.
 */
final class CostMeter {

  /** Below this an evaluation is timed together with others, so that the clock does not show. */
  private static final long SHORT = 1_000;

  private static final long BATCH_NANOS = 10_000;
  private static final int LARGEST_BATCH = 4096;
  private static final int PROBES = 256;
  private static final int FEWEST = 5;
  private static final int DIGITS = 3;

  private final LongSupplier clock;
  private final LongSupplier queueWait;
  private final BooleanSupplier stop;
  private double sink;

  /**
   * Creates a meter.
   *
   * @param clock nanoseconds
   * @param queueWait nanoseconds this thread has waited for a core; they are taken off
   * @param stop asked between samples whether to end at once
   */
  CostMeter(LongSupplier clock, LongSupplier queueWait, BooleanSupplier stop) {
    this.clock = clock;
    this.queueWait = queueWait;
    this.stop = stop;
  }

  /**
   * Measures.
   *
   * @param evaluator the objective, for this thread
   * @param positions where to call it, round and round
   * @param limit how long to measure, in nanoseconds; a third of it first is for warming up
   */
  CostProfile measure(Evaluator evaluator, double[][] positions, long limit) {
    long begin = clock.getAsLong();
    long warm = begin + limit / 3;
    int next = 0;
    long calls = 0;
    long shortest = Long.MAX_VALUE;
    do {
      long before = clock.getAsLong();
      for (int i = 0; i < PROBES && (i == 0 || isBefore(warm)); i++) {
        sink += evaluator.value(positions[next]);
        next = (next + 1) % positions.length;
        calls = i + 1;
      }
      shortest = Math.min(shortest, (clock.getAsLong() - before) / calls);
    } while (isBefore(warm));
    int batch =
        shortest >= SHORT ? 1 : (int) Math.min(LARGEST_BATCH, BATCH_NANOS / Math.max(1, shortest));
    return record(evaluator, positions, begin + limit, batch);
  }

  private CostProfile record(Evaluator evaluator, double[][] positions, long end, int batch) {
    Histogram histogram = new Histogram(DIGITS);
    double total = 0;
    int next = 0;
    while (histogram.getTotalCount() < FEWEST || isBefore(end)) {
      long waited = queueWait.getAsLong();
      long before = clock.getAsLong();
      for (int i = 0; i < batch; i++) {
        sink += evaluator.value(positions[next]);
        next = next + 1 == positions.length ? 0 : next + 1;
      }
      long after = clock.getAsLong();
      long elapsed = Math.max(0, after - before - (queueWait.getAsLong() - waited));
      histogram.recordValue(elapsed);
      total += elapsed;
    }
    long samples = histogram.getTotalCount();
    return new CostProfile(
        total / samples / batch,
        percentile(histogram, 50, batch),
        percentile(histogram, 90, batch),
        percentile(histogram, 99, batch),
        percentile(histogram, 99.9, batch),
        (double) histogram.getMaxValue() / batch,
        samples,
        batch);
  }

  private boolean isBefore(long end) {
    return clock.getAsLong() < end && !stop.getAsBoolean();
  }

  /** Returns the values' sum, so that no evaluation can be left out. */
  double sink() {
    return sink;
  }

  private static double percentile(Histogram histogram, double percentile, int batch) {
    return (double) histogram.getValueAtPercentile(percentile) / batch;
  }
}
