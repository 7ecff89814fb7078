package org.multidescent;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.multidescent.function.StochasticGradient;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;

/**
 * Logistic regression on random data, by mini-batches of 32; the validation loss is that of all.
 */
final class Samples implements StochasticGradient {

  static final int DIMENSION = 12;
  private static final int COUNT = 600;
  private static final int BATCH = 32;

  private final double[][] inputs = new double[COUNT][DIMENSION];
  private final double[] labels = new double[COUNT];

  Samples(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] truth = random.doubles(DIMENSION, -2, 2).toArray();
    for (int k = 0; k < COUNT; k++) {
      double activity = random.nextGaussian();
      for (int i = 0; i < DIMENSION; i++) {
        inputs[k][i] = random.nextGaussian() / (1 + i % 4);
        activity += truth[i] * inputs[k][i];
      }
      labels[k] = activity > 0 ? 1 : -1;
    }
  }

  Problem problem() {
    return Problems.sampled(this, this::loss, Box.cube(-5, 5, DIMENSION));
  }

  @Override
  public void gradient(double[] x, long sample, double[] gradient) {
    Arrays.fill(gradient, 0);
    SplittableRandom random = new SplittableRandom(sample);
    for (int b = 0; b < BATCH; b++) {
      int k = random.nextInt(COUNT);
      double slope = -labels[k] / (1 + Math.exp(margin(x, k))) / BATCH;
      for (int i = 0; i < DIMENSION; i++) {
        gradient[i] += slope * inputs[k][i];
      }
    }
  }

  /** Returns the loss over all data. */
  double loss(double[] x) {
    double sum = 0;
    for (int k = 0; k < COUNT; k++) {
      double margin = margin(x, k);
      sum += Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
    }
    return sum / COUNT;
  }

  private double margin(double[] x, int k) {
    double activity = 0;
    for (int i = 0; i < DIMENSION; i++) {
      activity += x[i] * inputs[k][i];
    }
    return labels[k] * activity;
  }

  /** Returns the loss after so many gradients of Adam from 0. */
  double adam(double rate, int gradients, long seed) {
    double[] x = new double[DIMENSION];
    double[] gradient = new double[DIMENSION];
    double[] mean = new double[DIMENSION];
    double[] square = new double[DIMENSION];
    SplittableRandom samples = new SplittableRandom(seed);
    for (int t = 1; t <= gradients; t++) {
      gradient(x, samples.nextLong(), gradient);
      for (int i = 0; i < DIMENSION; i++) {
        mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
        square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
        double unbiased = mean[i] / (1 - Math.pow(0.9, t));
        x[i] -= rate * unbiased / Math.sqrt(square[i] / (1 - Math.pow(0.999, t)));
      }
    }
    return loss(x);
  }
}
