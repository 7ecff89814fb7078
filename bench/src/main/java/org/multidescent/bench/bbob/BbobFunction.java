package org.multidescent.bench.bbob;

import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

/** One function of the test bed in one dimension and instance. Immutable, thread-safe. */
public final class BbobFunction implements Objective, SuiteFunction {

  private final int number;
  private final int instance;
  private final double fOpt;
  private final Excess excess;

  /**
   * Creates a function.
   *
   * @param number its number, 1 to 24
   * @param instance the instance's number, 1 or more
   * @param fOpt the least value
   * @param excess the function less that value
   */
  public BbobFunction(int number, int instance, double fOpt, Excess excess) {
    this.number = number;
    this.instance = instance;
    this.fOpt = fOpt;
    this.excess = excess;
  }

  /**
   * Returns the value at any position, inside the box or outside.
   *
   * @param x the position, {@link #dimension()} coordinates
   * @return the value, {@link #fOpt()} or more
   */
  @Override
  public double value(double[] x) {
    return excess.value(x) + fOpt;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public int dimension() {
    return excess.xOpt().length;
  }

  @Override
  public int instance() {
    return instance;
  }

  @Override
  public double fOpt() {
    return fOpt;
  }

  /**
   * Returns the optimum.
   *
   * @return a copy of its position, in the box
   */
  public double[] xOpt() {
    return excess.xOpt().clone();
  }

  /**
   * Returns the problem of minimising this function over [-5, 5]^D, which is box and walls in one.
   *
   * @return a new problem, without an analytic gradient
   */
  public Problem problem() {
    return Problem.of(this, Box.cube(-5, 5, dimension()));
  }

  @Override
  public Problem traced(TargetTrace trace, long seed) {
    return problem().decorated(trace::watch);
  }

  @Override
  public String toString() {
    return "f%d D=%d instance %d".formatted(number, dimension(), instance);
  }
}
