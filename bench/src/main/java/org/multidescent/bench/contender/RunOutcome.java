package org.multidescent.bench.contender;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one run.
 *
 * @param solved whether the target was reached
 * @param counts what it took
 * @param best the lowest value; {@code Infinity} if there was none
 * @param nanos wall-clock time
 * @param improvements the evaluations that gave a lower value than all before
 * @param crash what ended the run before its time, or null
 */
public record RunOutcome(
    boolean solved,
    RunCounts counts,
    double best,
    long nanos,
    List<Improvement> improvements,
    @Nullable Throwable crash) {

  /**
   * Returns what the cap is on.
   *
   * @return evaluations of the objective and of its gradient together
   */
  public long evaluations() {
    return counts.evaluations();
  }
}
