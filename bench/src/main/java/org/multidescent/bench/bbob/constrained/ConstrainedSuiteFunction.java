package org.multidescent.bench.bbob.constrained;

import org.multidescent.bench.bbob.SuiteFunction;
import org.multidescent.bench.bbob.TargetTrace;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Problem;

/**
 * A problem as a function of a suite: targets are about the excess of the value and the violations
 * together, which are 0 at the optimum.
 *
 * @param problem the problem
 */
record ConstrainedSuiteFunction(ConstrainedProblem problem) implements SuiteFunction {

  @Override
  public int number() {
    return problem.number();
  }

  @Override
  public int dimension() {
    return problem.dimension();
  }

  @Override
  public int instance() {
    return problem.instance();
  }

  @Override
  public double fOpt() {
    return 0;
  }

  @Override
  public double target() {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  public double[] start() {
    return problem.start();
  }

  @Override
  public Problem traced(TargetTrace trace, long seed) {
    ConstrainedFunction counted = problem.traced(trace);
    return Problem.of(counted::objective, problem.box())
        .subjectTo(Constraints.of(counted::constraints, problem.constraints(), 0));
  }

  @Override
  public String toString() {
    return problem.toString();
  }
}
