package org.multidescent.bench.bbob;

import org.multidescent.function.Objective;

/**
 * An optimum's position and the function's height above the value there.
 *
 * @param xOpt where the function is least
 * @param height the height without what is added outside the box
 * @param penalty the factor of the squared distance from [-5, 5]^D that is added outside
 */
public record Excess(double[] xOpt, Objective height, double penalty) {

  /**
   * Creates the excess of a function to which nothing is added outside the box.
   *
   * @param xOpt where the function is least
   * @param height the height
   */
  public Excess(double[] xOpt, Objective height) {
    this(xOpt, height, 0);
  }

  /**
   * Returns the height with what is added outside the box.
   *
   * @param x any position
   * @return {@code f - f_opt}
   */
  public double value(double[] x) {
    double inside = height.value(x);
    return penalty == 0 ? inside : inside + penalty * Transform.penalty(x);
  }
}
