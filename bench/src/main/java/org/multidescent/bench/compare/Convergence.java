package org.multidescent.bench.compare;

import java.util.Arrays;
import org.multidescent.bench.contender.Improvement;
import org.multidescent.bench.contender.RunOutcome;
import org.multidescent.bench.report.Curve;

/** How the best error falls over the evaluations: the median over the seeds and its quartiles. */
final class Convergence {

  /** Smaller errors, and those below a minimum known too coarsely, are drawn here. */
  static final double FLOOR = 1e-12;

  private Convergence() {}

  static Curve curve(ProblemSummary summary) {
    double most = summary.runs().stream().mapToLong(RunOutcome::evaluations).max().orElseThrow();
    double[] x = Curve.logarithmic(1, Math.max(10, most));
    double[] median = new double[x.length];
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    double minimum = summary.problem().testProblem().minimum();
    for (int i = 0; i < x.length; i++) {
      double evaluations = x[i];
      double[] errors =
          summary.runs().stream()
              .mapToDouble(run -> Math.max(FLOOR, bestWithin(run, evaluations) - minimum))
              .sorted()
              .toArray();
      median[i] = ProblemSummary.median(errors);
      low[i] = errors[(errors.length - 1) / 4];
      high[i] = errors[errors.length - 1 - (errors.length - 1) / 4];
    }
    return finite(new Curve(summary.competitor().toString(), x, median, low, high));
  }

  private static double bestWithin(RunOutcome run, double evaluations) {
    double best = Double.POSITIVE_INFINITY;
    for (Improvement improvement : run.improvements()) {
      if (improvement.evaluation() > evaluations) {
        break;
      }
      best = improvement.value();
    }
    return best;
  }

  /** Leaves out the evaluations before each run had a value. */
  private static Curve finite(Curve curve) {
    int from = 0;
    while (from < curve.x().length - 1 && Double.isInfinite(curve.high()[from])) {
      from++;
    }
    int to = curve.x().length;
    return new Curve(
        curve.name(),
        Arrays.copyOfRange(curve.x(), from, to),
        Arrays.copyOfRange(curve.y(), from, to),
        Arrays.copyOfRange(curve.low(), from, to),
        Arrays.copyOfRange(curve.high(), from, to));
  }
}
