package org.multidescent.bench.examples;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;

/**
 * Trains a network of 36 inputs, 24 rectified units and 10 outputs to tell noisy pictures of ten
 * kinds apart, by mini-batches of 32 pictures, without a learning rate to be chosen.
 */
public final class DigitTraining {

  private static final int PIXELS = 36;
  private static final int HIDDEN = 24;
  private static final int KINDS = 10;
  private static final int BATCH = 32;
  private static final int TOP = HIDDEN * (PIXELS + 1);
  private static final int WEIGHTS = TOP + KINDS * (HIDDEN + 1);

  private final double[][] pictures;
  private final int[] kinds;

  /** Draws pictures of two patterns a kind; one in twenty is mislabelled. */
  private DigitTraining(long seed, int count) {
    SplittableRandom patterns = new SplittableRandom(1);
    double[][] pattern = new double[2 * KINDS][];
    Arrays.setAll(
        pattern, k -> patterns.doubles(PIXELS).map(pixel -> pixel < 0.3 ? 1 : 0).toArray());
    SplittableRandom random = new SplittableRandom(seed);
    pictures = new double[count][];
    kinds = new int[count];
    for (int k = 0; k < count; k++) {
      double[] clean = pattern[random.nextInt(2 * KINDS)];
      int kind = Arrays.asList(pattern).indexOf(clean) / 2;
      pictures[k] =
          Arrays.stream(clean)
              .map(pixel -> Math.min(1, Math.max(0, pixel + 0.35 * random.nextGaussian())))
              .toArray();
      kinds[k] = random.nextDouble() < 0.05 ? random.nextInt(KINDS) : kind;
    }
  }

  /**
   * Trains, and prints how many pictures the network tells that it has never seen.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Result result = train(1, 3_000);
    System.out.println(result);
    System.out.println(new DigitTraining(5, 1000).right(result.best().x()) + " of 1000 right");
  }

  static Result train(long seed, long evaluations) {
    DigitTraining training = new DigitTraining(3, 1500);
    DigitTraining validation = new DigitTraining(4, 500);
    Problem problem =
        Problems.sampled(training::gradient, validation::loss, Box.cube(-0.3, 0.3, WEIGHTS));
    return Search.of(problem.unbounded())
        .seed(seed)
        .budget(Budget.evaluations(evaluations))
        .reproducible()
        .run();
  }

  static int right(double[] weights, long seed, int count) {
    return new DigitTraining(seed, count).right(weights);
  }

  private int right(double[] weights) {
    int right = 0;
    for (int k = 0; k < kinds.length; k++) {
      double[] shares = shares(weights, k, new double[HIDDEN]);
      right += shares[kinds[k]] == Arrays.stream(shares).max().orElseThrow() ? 1 : 0;
    }
    return right;
  }

  private double loss(double[] weights) {
    double sum = 0;
    for (int k = 0; k < kinds.length; k++) {
      sum -= Math.log(Math.max(1e-300, shares(weights, k, new double[HIDDEN])[kinds[k]]));
    }
    return sum / kinds.length;
  }

  private void gradient(double[] weights, long sample, double[] gradient) {
    Arrays.fill(gradient, 0);
    SplittableRandom random = new SplittableRandom(sample);
    double[] units = new double[HIDDEN];
    for (int b = 0; b < BATCH; b++) {
      int k = random.nextInt(kinds.length);
      double[] errors = shares(weights, k, units);
      errors[kinds[k]]--;
      backward(weights, pictures[k], units, errors, gradient);
    }
  }

  /** Returns the probabilities of the kinds; writes what the hidden units say. */
  private double[] shares(double[] weights, int k, double[] units) {
    for (int j = 0; j < HIDDEN; j++) {
      units[j] = Math.max(0, sum(weights, j * (PIXELS + 1), pictures[k]));
    }
    double[] shares = new double[KINDS];
    Arrays.setAll(shares, kind -> sum(weights, TOP + kind * (HIDDEN + 1), units));
    double largest = Arrays.stream(shares).max().orElseThrow();
    double total = Arrays.stream(shares).map(share -> Math.exp(share - largest)).sum();
    return Arrays.stream(shares).map(share -> Math.exp(share - largest) / total).toArray();
  }

  private static double sum(double[] weights, int at, double[] inputs) {
    double sum = weights[at + inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      sum += weights[at + i] * inputs[i];
    }
    return sum;
  }

  private static void backward(
      double[] weights, double[] picture, double[] units, double[] errors, double[] gradient) {
    double[] inner = new double[HIDDEN];
    for (int kind = 0; kind < KINDS; kind++) {
      int at = TOP + kind * (HIDDEN + 1);
      add(errors[kind] / BATCH, units, gradient, at);
      for (int j = 0; j < HIDDEN; j++) {
        inner[j] += units[j] > 0 ? errors[kind] * weights[at + j] : 0;
      }
    }
    for (int j = 0; j < HIDDEN; j++) {
      add(inner[j] / BATCH, picture, gradient, j * (PIXELS + 1));
    }
  }

  private static void add(double error, double[] inputs, double[] gradient, int at) {
    for (int i = 0; i < inputs.length; i++) {
      gradient[at + i] += error * inputs[i];
    }
    gradient[at + inputs.length] += error;
  }
}
