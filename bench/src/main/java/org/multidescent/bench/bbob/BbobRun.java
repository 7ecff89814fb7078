package org.multidescent.bench.bbob;

import java.util.stream.LongStream;
import org.multidescent.problem.Problem;

/** One contender's run on one function: a traced problem, and the row it leaves behind. */
public final class BbobRun {

  private final SuiteFunction function;
  private final TargetTrace trace;
  private final Problem problem;

  /**
   * Prepares a run.
   *
   * @param function what is to be minimised
   * @param seed of what is random in the values
   */
  public BbobRun(SuiteFunction function, long seed) {
    this.function = function;
    this.trace = new TargetTrace(function.fOpt());
    this.problem = function.traced(trace, seed);
  }

  /**
   * Returns the problem to hand to the contender; each of its evaluations is traced.
   *
   * @return the problem
   */
  public Problem problem() {
    return problem;
  }

  /**
   * Returns the value at which the run may end.
   *
   * @return {@code f_opt + 1e-8}; {@code -Infinity} if values do not tell
   */
  public double target() {
    return function.target();
  }

  /**
   * Returns what has been traced so far.
   *
   * @return the live trace
   */
  public TargetTrace trace() {
    return trace;
  }

  /**
   * Returns the row of the run as it stands.
   *
   * @param contender the contender's name
   * @param workers how many workers it had
   * @return the row
   */
  public BbobRow row(String contender, int workers) {
    return new BbobRow(
        contender,
        function.number(),
        function.dimension(),
        function.instance(),
        workers,
        trace.evaluations(),
        trace.bestDf(),
        LongStream.of(trace.hits()).boxed().toList());
  }
}
