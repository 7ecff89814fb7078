package org.multidescent.bench.compare;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.multidescent.bench.contender.RunRecord;

/**
 * All runs of one contender on one problem.
 *
 * @param problem what on
 * @param entrant who
 * @param runs what became of them, one or more
 */
record Standing(Case problem, Entrant entrant, List<RunRecord> runs) {

  long solved() {
    return runs.stream().filter(RunRecord::solved).count();
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
