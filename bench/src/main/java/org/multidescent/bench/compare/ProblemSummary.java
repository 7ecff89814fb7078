package org.multidescent.bench.compare;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.multidescent.bench.contender.RunOutcome;
import org.multidescent.bench.statistics.Interval;
import org.multidescent.bench.statistics.RunningTime;
import org.multidescent.bench.statistics.Trial;

/**
 * All runs of one contender on one problem.
 *
 * @param problem what on
 * @param competitor who
 * @param runs what became of them, one or more
 */
record ProblemSummary(BenchmarkProblem problem, Competitor competitor, List<RunOutcome> runs) {

  private static final double CONFIDENCE = 0.95;
  private static final int RESAMPLES = 1000;

  long solved() {
    return runs.stream().filter(RunOutcome::solved).count();
  }

  /** Returns the expected evaluations to the target, infinite without a solved run. */
  double expectedEvaluations() {
    return RunningTime.expected(trials());
  }

  /** Returns an interval that holds it with 95 % confidence. */
  Interval expectedEvaluationsInterval() {
    return RunningTime.bootstrap(trials(), CONFIDENCE, RESAMPLES, 1);
  }

  private List<Trial> trials() {
    return runs.stream().map(run -> new Trial(run.evaluations(), run.solved())).toList();
  }

  double median(ToDoubleFunction<RunOutcome> figure) {
    return median(runs.stream().mapToDouble(figure).toArray());
  }

  double mean(ToDoubleFunction<RunOutcome> figure) {
    return runs.stream().mapToDouble(figure).average().orElseThrow();
  }

  double evaluationsPerSecond() {
    double nanos = mean(RunOutcome::nanos);
    return nanos == 0 ? 0 : mean(RunOutcome::evaluations) * 1e9 / nanos;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
