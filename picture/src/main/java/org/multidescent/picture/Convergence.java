package org.multidescent.picture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.multidescent.problem.Feasibility;
import org.multidescent.report.Improvement;
import org.multidescent.report.Progress;

/** How the best value falls, from the first to the last, which is the lowest. */
final class Convergence {

  private final double[] evaluations;
  private final double[] seconds;
  private final double[] values;

  private Convergence(double[] evaluations, double[] seconds, double[] values) {
    this.evaluations = evaluations;
    this.seconds = seconds;
    this.values = values;
  }

  /** As the counters said it now and then. */
  static Convergence of(List<Progress> snapshots) {
    return new Convergence(
        snapshots.stream().mapToDouble(Progress::evaluations).toArray(),
        snapshots.stream().mapToDouble(now -> now.elapsed().toNanos() / 1e9).toArray(),
        snapshots.stream().mapToDouble(Progress::best).toArray());
  }

  /** As each value was found, until the end. */
  static Convergence of(List<Improvement> history, Progress end) {
    return new Convergence(
        append(history.stream().mapToDouble(Improvement::evaluations), end.evaluations()),
        append(
            history.stream().mapToDouble(best -> best.time().toNanos() / 1e9),
            end.elapsed().toNanos() / 1e9),
        append(history.stream().mapToDouble(Improvement::value), end.best()));
  }

  private static double[] append(DoubleStream numbers, double last) {
    return DoubleStream.concat(numbers, DoubleStream.of(last)).toArray();
  }

  String overEvaluations() {
    return chart("evaluations", evaluations).logarithmicX().figure();
  }

  String overTime() {
    return chart("seconds", seconds).figure();
  }

  private Chart chart(String unit, double[] along) {
    double[] above = values.clone();
    double last = above.length == 0 ? 0 : above[above.length - 1];
    Arrays.setAll(above, i -> Feasibility.isFeasible(values[i]) ? values[i] - last : Double.NaN);
    return new Chart("Best value over " + unit, unit, "value above the last")
        .line("best", along, above)
        .logarithmicY()
        .note("The last value, at 0, has no place on this axis.");
  }
}
