package org.multidescent.bench.problems;

import java.util.Arrays;
import org.multidescent.function.Objective;
import org.multidescent.function.ValueAndGradient;

/**
 * The mean squared error of a network with two inputs, one layer of sigmoid units and one sigmoid
 * output over a training set, as a function of its weights: bias and two input weights of each
 * hidden unit, then the output's bias and its weight for each hidden unit. The gradient is computed
 * by backpropagation.
 *
 * @param inputs the training set's inputs, two each
 * @param targets the output wanted for each
 * @param hidden the number of hidden units
 */
record Network(double[][] inputs, double[] targets, int hidden)
    implements Objective, ValueAndGradient {

  int dimension() {
    return 4 * hidden + 1;
  }

  @Override
  public double value(double[] weights) {
    double sum = 0;
    for (int k = 0; k < targets.length; k++) {
      double activity = weights[3 * hidden];
      for (int j = 0; j < hidden; j++) {
        activity += weights[3 * hidden + 1 + j] * unit(weights, j, inputs[k]);
      }
      double error = sigmoid(activity) - targets[k];
      sum += error * error;
    }
    return sum / targets.length;
  }

  @Override
  public double valueAndGradient(double[] weights, double[] gradient) {
    Arrays.fill(gradient, 0);
    double[] outputs = new double[hidden];
    int top = 3 * hidden;
    double sum = 0;
    for (int k = 0; k < targets.length; k++) {
      double[] input = inputs[k];
      double activity = weights[top];
      for (int j = 0; j < hidden; j++) {
        outputs[j] = unit(weights, j, input);
        activity += weights[top + 1 + j] * outputs[j];
      }
      double output = sigmoid(activity);
      double error = output - targets[k];
      sum += error * error;
      double delta = 2 * error * output * (1 - output) / targets.length;
      gradient[top] += delta;
      for (int j = 0; j < hidden; j++) {
        gradient[top + 1 + j] += delta * outputs[j];
        double inner = delta * weights[top + 1 + j] * outputs[j] * (1 - outputs[j]);
        gradient[3 * j] += inner;
        gradient[3 * j + 1] += inner * input[0];
        gradient[3 * j + 2] += inner * input[1];
      }
    }
    return sum / targets.length;
  }

  private static double unit(double[] weights, int j, double[] input) {
    return sigmoid(weights[3 * j] + weights[3 * j + 1] * input[0] + weights[3 * j + 2] * input[1]);
  }

  private static double sigmoid(double activity) {
    return 1 / (1 + Math.exp(-activity));
  }
}
