package org.multidescent.bench.telemetry;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import org.multidescent.report.Probe;

/**
 * One worker's histograms. The worker writes to recorders of a single writer; a reader swaps their
 * interval histograms and adds them to totals of its own, under this object's lock, which the
 * worker never takes.
 */
final class HdrProbe implements Probe {

  static final int EVALUATIONS = 0;
  static final int SLICES = 1;
  static final int POLLS = 2;

  private static final long HIGHEST_NANOS = TimeUnit.HOURS.toNanos(1);
  private static final int DIGITS = 2;

  private final SingleWriterRecorder[] recorders = new SingleWriterRecorder[3];
  private final Histogram[] intervals = new Histogram[3];
  private final Histogram[] totals = new Histogram[3];

  HdrProbe() {
    Arrays.setAll(recorders, kind -> new SingleWriterRecorder(1, HIGHEST_NANOS, DIGITS));
    Arrays.setAll(totals, kind -> newHistogram());
  }

  static Histogram newHistogram() {
    return new Histogram(1, HIGHEST_NANOS, DIGITS);
  }

  @Override
  public void evaluation(long nanos, long weight) {
    record(EVALUATIONS, nanos, weight);
  }

  @Override
  public void slice(long nanos, long steps, long weight) {
    record(SLICES, nanos, weight);
  }

  @Override
  public void poll(long nanos, long weight) {
    record(POLLS, nanos, weight);
  }

  synchronized void addTo(Histogram all, int kind) {
    intervals[kind] = recorders[kind].getIntervalHistogram(intervals[kind]);
    totals[kind].add(intervals[kind]);
    all.add(totals[kind]);
  }

  private void record(int kind, long nanos, long weight) {
    recorders[kind].recordValueWithCount(Math.min(nanos, HIGHEST_NANOS), weight);
  }
}
