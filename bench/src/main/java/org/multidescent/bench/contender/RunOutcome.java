package org.multidescent.bench.contender;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one run.
 *
 * @param solved whether the target was reached
 * @param valueEvaluations calls of the objective, finite differences included
 * @param gradientEvaluations calls of the analytic gradient
 * @param steps steps taken: iterations of a local method, generations of an evolution strategy
 * @param stalls descents that ended by themselves
 * @param optima distinct local optima they ended at
 * @param best the lowest value; {@code Infinity} if there was none
 * @param nanos wall-clock time
 * @param improvements the calls that gave a lower value than all before
 * @param crash what ended the run before its time, or null
 */
public record RunOutcome(
    boolean solved,
    long valueEvaluations,
    long gradientEvaluations,
    long steps,
    long stalls,
    int optima,
    double best,
    long nanos,
    List<Improvement> improvements,
    @Nullable Throwable crash) {

  /**
   * Returns what the cap counts.
   *
   * @return calls of the objective and its gradient together
   */
  public long evaluations() {
    return valueEvaluations + gradientEvaluations;
  }
}
