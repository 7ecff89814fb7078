package org.multidescent.bench.problems;

import java.util.Arrays;
import org.multidescent.function.Objective;
import org.multidescent.function.ValueAndGradient;

/**
 * The residual sum of squares of a model as a function of its parameters.
 *
 * @param model the model
 * @param x the observed predictors
 * @param y the observed responses, one a predictor
 */
record ResidualSum(NistModel model, double[] x, double[] y) implements Objective, ValueAndGradient {

  @Override
  public double value(double[] b) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double residual = model.value(x[i], b) - y[i];
      sum += residual * residual;
    }
    return sum;
  }

  @Override
  public double valueAndGradient(double[] b, double[] gradient) {
    Arrays.fill(gradient, 0);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double residual = model.value(x[i], b) - y[i];
      sum += residual * residual;
      model.addGradient(x[i], b, 2 * residual, gradient);
    }
    return sum;
  }
}
