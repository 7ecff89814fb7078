package org.multidescent.bench.examples;

import java.util.Arrays;
import java.util.Random;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;

/**
 * Trains a network that tells two spirals apart, by its own backpropagation: one call computes the
 * loss and its gradient. Weights begin between -1 and 1 and have no bounds.
 */
public final class NetworkTraining {

  static final int HIDDEN = 20;
  private static final int SAMPLES = 120;
  private static final double DECAY = 1e-4;
  private static final double[][] INPUTS = new double[SAMPLES][2];
  private static final double[] LABELS = new double[SAMPLES];

  static {
    Random random = new Random(3);
    for (int k = 0; k < SAMPLES; k++) {
      double along = 0.3 + 3 * random.nextDouble();
      LABELS[k] = k % 2 == 0 ? 1 : -1;
      INPUTS[k][0] = LABELS[k] * along * Math.cos(2 * along) / 3;
      INPUTS[k][1] = LABELS[k] * along * Math.sin(2 * along) / 3;
    }
  }

  private NetworkTraining() {}

  /**
   * Trains, and prints how many samples the best network gets right.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Result result = train(1, 3_000);
    System.out.println(result);
    System.out.println(right(result.best().x()) + " of " + SAMPLES + " right");
  }

  static Result train(long seed, long evaluations) {
    return Search.of(problem()).seed(seed).budget(Budget.evaluations(evaluations)).run();
  }

  static Problem problem() {
    Box box = Box.cube(-1, 1, 4 * HIDDEN + 1);
    return Problem.withGradient(NetworkTraining::loss, box).unbounded();
  }

  static int right(double[] weights) {
    int right = 0;
    double[] outputs = new double[HIDDEN];
    for (int k = 0; k < SAMPLES; k++) {
      right += forward(weights, INPUTS[k], outputs) * LABELS[k] > 0 ? 1 : 0;
    }
    return right;
  }

  /** The mean logistic loss, and its gradient by backpropagation. */
  private static double loss(double[] weights, double[] gradient) {
    Arrays.fill(gradient, 0);
    double[] outputs = new double[HIDDEN];
    double sum = 0;
    for (int k = 0; k < SAMPLES; k++) {
      double margin = LABELS[k] * forward(weights, INPUTS[k], outputs);
      sum += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
      backward(weights, INPUTS[k], outputs, -LABELS[k] / (1 + Math.exp(margin)), gradient);
    }
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      squares += weights[i] * weights[i];
      gradient[i] = gradient[i] / SAMPLES + DECAY * weights[i];
    }
    return sum / SAMPLES + DECAY / 2 * squares;
  }

  private static double forward(double[] weights, double[] input, double[] outputs) {
    double activity = weights[4 * HIDDEN];
    for (int j = 0; j < HIDDEN; j++) {
      int at = 4 * j;
      outputs[j] = Math.tanh(weights[at] + weights[at + 1] * input[0] + weights[at + 2] * input[1]);
      activity += weights[at + 3] * outputs[j];
    }
    return activity;
  }

  private static void backward(
      double[] weights, double[] input, double[] outputs, double delta, double[] gradient) {
    gradient[4 * HIDDEN] += delta;
    for (int j = 0; j < HIDDEN; j++) {
      int at = 4 * j;
      double inner = delta * weights[at + 3] * (1 - outputs[j] * outputs[j]);
      gradient[at] += inner;
      gradient[at + 1] += inner * input[0];
      gradient[at + 2] += inner * input[1];
      gradient[at + 3] += delta * outputs[j];
    }
  }
}
