package org.multidescent.bench.bbob;

import org.jspecify.annotations.Nullable;
import org.multidescent.problem.Problem;

/** A function of a suite in one dimension and instance: what a run is about. */
public interface SuiteFunction {

  /**
   * Returns the function's number.
   *
   * @return the number, as in its suite
   */
  int number();

  /**
   * Returns the number of coordinates.
   *
   * @return 2 or more
   */
  int dimension();

  /**
   * Returns the instance's number.
   *
   * @return 1 or more
   */
  int instance();

  /**
   * Returns the least value.
   *
   * @return the value that targets are counted from
   */
  double fOpt();

  /**
   * Returns the value at which a contender may end by itself.
   *
   * @return {@code f_opt + 1e-8}; {@code -Infinity} if values do not tell
   */
  default double target() {
    return fOpt() + Targets.last();
  }

  /**
   * Returns the suite's first position, where it has one for contenders to begin at.
   *
   * @return a copy of a position in the box; null if there is none
   */
  default double @Nullable [] start() {
    return null;
  }

  /**
   * Returns the problem to hand to a contender.
   *
   * @param trace sees each evaluation
   * @param seed of what is random in the values
   * @return a new problem, without an analytic gradient
   */
  Problem traced(TargetTrace trace, long seed);
}
