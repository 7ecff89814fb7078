package org.multidescent.testproblem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shekel's foxholes in four dimensions.
 *
 * @param holes how many of the ten holes there are
 */
record Shekel(int holes) implements Surface {

  private static final double[] WIDTHS = {0.1, 0.2, 0.2, 0.4, 0.4, 0.6, 0.3, 0.7, 0.5, 0.5};
  private static final double[][] CENTRES = {
    {4, 4, 4, 4},
    {1, 1, 1, 1},
    {8, 8, 8, 8},
    {6, 6, 6, 6},
    {3, 7, 3, 7},
    {2, 9, 2, 9},
    {5, 5, 3, 3},
    {8, 1, 8, 1},
    {6, 2, 6, 2},
    {7, 3.6, 7, 3.6}
  };

  @Override
  public double at(double[] x, double @Nullable [] gradient) {
    if (gradient != null) {
      Arrays.fill(gradient, 0);
    }
    double sum = 0;
    for (int k = 0; k < holes; k++) {
      double[] centre = CENTRES[k];
      double denominator = WIDTHS[k];
      for (int i = 0; i < x.length; i++) {
        denominator += (x[i] - centre[i]) * (x[i] - centre[i]);
      }
      sum -= 1 / denominator;
      if (gradient != null) {
        for (int i = 0; i < x.length; i++) {
          gradient[i] += 2 * (x[i] - centre[i]) / (denominator * denominator);
        }
      }
    }
    return sum;
  }
}
