package org.multidescent.bench.bbob.mixint;

import org.multidescent.bench.bbob.BbobFunction;
import org.multidescent.bench.bbob.SuiteFunction;
import org.multidescent.bench.bbob.TargetTrace;
import org.multidescent.function.Objective;
import org.multidescent.problem.Parameters;
import org.multidescent.problem.Problem;

/**
 * One function of the suite in one dimension and instance. The first fifth of the coordinates has 2
 * values from 0 on, the next 4, then 8, then 16; the last fifth is continuous. Immutable,
 * thread-safe.
 */
public final class MixedFunction implements Objective, SuiteFunction {

  private final BbobFunction inner;
  private final double scale;
  private final double[] shift;
  private final double[] xOpt;

  MixedFunction(BbobFunction inner, double scale) {
    this.inner = inner;
    this.scale = scale;
    this.xOpt = inner.xOpt();
    this.shift = new double[xOpt.length];
    for (int i = 0; i < integers(); i++) {
      Grid grid = grid(i);
      double value = grid.nearest(xOpt[i]);
      shift[i] = grid.position(value) - xOpt[i];
      xOpt[i] = value;
    }
  }

  /**
   * Returns the value at any position: integer coordinates are rounded and clamped to their values.
   *
   * @param x the position, {@link #dimension()} coordinates
   * @return the value, {@link #fOpt()} or more
   */
  @Override
  public double value(double[] x) {
    double[] z = x.clone();
    for (int i = 0; i < integers(); i++) {
      Grid grid = grid(i);
      z[i] = grid.position(grid.value(x[i])) - shift[i];
    }
    return scale * inner.value(z);
  }

  @Override
  public int number() {
    return inner.number();
  }

  @Override
  public int dimension() {
    return xOpt.length;
  }

  @Override
  public int instance() {
    return inner.instance();
  }

  @Override
  public double fOpt() {
    return scale * inner.fOpt();
  }

  /**
   * Returns the optimum.
   *
   * @return a copy of its position, in the box
   */
  public double[] xOpt() {
    return xOpt.clone();
  }

  /**
   * Returns how many coordinates are integer.
   *
   * @return four fifths of the dimension: the first so many
   */
  public int integers() {
    return xOpt.length / 5 * 4;
  }

  /**
   * Returns the problem of minimising this function over its box: from 0 to the largest value for
   * integer coordinates, which the function rounds, and [-5, 5] for continuous ones.
   *
   * @return a new problem, without an analytic gradient
   */
  public Problem problem() {
    Parameters parameters = Parameters.none();
    for (int i = 0; i < dimension(); i++) {
      parameters =
          i < integers()
              ? parameters.integer("x" + i, 0, grid(i).last())
              : parameters.linear("x" + i, -5, 5);
    }
    return Problem.of(this, parameters.box());
  }

  @Override
  public Problem traced(TargetTrace trace, long seed) {
    return problem().decorated(trace::watch);
  }

  private Grid grid(int coordinate) {
    return Grid.values()[coordinate / (xOpt.length / 5)];
  }

  @Override
  public String toString() {
    return inner + ", mixed-integer";
  }
}
