package org.multidescent.bench.compare;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.multidescent.bench.contender.RunRecord;
import org.multidescent.bench.statistics.Interval;
import org.multidescent.bench.statistics.RunningTime;
import org.multidescent.bench.statistics.Trial;

/**
 * All runs of one contender on one problem.
 *
 * @param problem what on
 * @param entrant who
 * @param runs what became of them, one or more
 */
record Standing(Case problem, Entrant entrant, List<RunRecord> runs) {

  private static final double CONFIDENCE = 0.95;
  private static final int RESAMPLES = 1000;

  long solved() {
    return runs.stream().filter(RunRecord::solved).count();
  }

  /** Returns the expected calls to the target, infinite without a solved run. */
  double expectedCalls() {
    return RunningTime.expected(trials());
  }

  /** Returns an interval that holds it with 95 % confidence. */
  Interval expectedCallsInterval() {
    return RunningTime.bootstrap(trials(), CONFIDENCE, RESAMPLES, 1);
  }

  private List<Trial> trials() {
    return runs.stream().map(run -> new Trial(run.calls(), run.solved())).toList();
  }

  double median(ToDoubleFunction<RunRecord> figure) {
    return median(runs.stream().mapToDouble(figure).toArray());
  }

  double mean(ToDoubleFunction<RunRecord> figure) {
    return runs.stream().mapToDouble(figure).average().orElseThrow();
  }

  double callsPerSecond() {
    double nanos = mean(RunRecord::nanos);
    return nanos == 0 ? 0 : mean(RunRecord::calls) * 1e9 / nanos;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
