package org.multidescent.bench.problems.models;

import java.util.List;
import org.multidescent.problem.Box;
import org.multidescent.problem.Parameters;

/**
 * Five models of kinds that are calibrated often: a sum of three exponentials, the populations of
 * Lotka and Volterra, Michaelis-Menten kinetics with inhibition, a chain of two reactions with
 * logarithmic rates, and two Gaussian peaks above a constant.
 */
public final class FittedModels {

  private static final int POPULATION_STEPS = 240;
  private static final double POPULATION_STEP = 0.05;
  private static final int POPULATION_STEPS_A_DATUM = 12;

  private FittedModels() {}

  /**
   * Returns the five models.
   *
   * @return the models, by name: {@code exponentials, populations, kinetics, chain, peaks}
   */
  public static List<FittedModel> all() {
    return List.of(exponentials(), populations(), kinetics(), chain(), peaks());
  }

  private static FittedModel exponentials() {
    return new FittedModel(
        "exponentials",
        FittedModels::exponentials,
        new double[] {3, 0.2, 2, 1.2, 4, 6},
        0.005,
        Box.cube(0, 10, 6),
        0.044577171692209,
        3.2654809869997,
        0.22092992798455,
        3.6139262824115,
        6.5350259153667,
        2.1657957940190,
        1.5870145962557);
  }

  private static double[] exponentials(double[] x) {
    double[] responses = new double[40];
    for (int i = 0; i < responses.length; i++) {
      double time = 0.1 * i;
      for (int term = 0; term < x.length; term += 2) {
        responses[i] += x[term] * Math.exp(-x[term + 1] * time);
      }
    }
    return responses;
  }

  private static FittedModel populations() {
    return new FittedModel(
        "populations",
        FittedModels::populations,
        new double[] {1, 0.1, 1.5, 0.075},
        0.02,
        Box.of(new double[4], new double[] {4, 1, 4, 1}),
        11.8362750512905,
        1.0109326165167,
        0.10100401339204,
        1.4616978467738,
        0.072992253282773);
  }

  /** Prey and hunters over time, by the classic Runge-Kutta method. */
  private static double[] populations(double[] x) {
    double[] responses = new double[2 * POPULATION_STEPS / POPULATION_STEPS_A_DATUM];
    double prey = 10;
    double hunters = 5;
    double half = POPULATION_STEP / 2;
    double sixth = POPULATION_STEP / 6;
    int written = 0;
    for (int step = 1; step <= POPULATION_STEPS; step++) {
      double[] first = growth(prey, hunters, x);
      double[] second = growth(prey + half * first[0], hunters + half * first[1], x);
      double[] third = growth(prey + half * second[0], hunters + half * second[1], x);
      double[] fourth =
          growth(prey + POPULATION_STEP * third[0], hunters + POPULATION_STEP * third[1], x);
      prey += sixth * (first[0] + 2 * second[0] + 2 * third[0] + fourth[0]);
      hunters += sixth * (first[1] + 2 * second[1] + 2 * third[1] + fourth[1]);
      if (step % POPULATION_STEPS_A_DATUM == 0) {
        responses[written++] = prey;
        responses[written++] = hunters;
      }
    }
    return responses;
  }

  private static double[] growth(double prey, double hunters, double[] x) {
    double meetings = prey * hunters;
    return new double[] {x[0] * prey - x[1] * meetings, x[3] * meetings - x[2] * hunters};
  }

  private static FittedModel kinetics() {
    return new FittedModel(
        "kinetics",
        FittedModels::kinetics,
        new double[] {5, 3, 0.1, 50},
        0.01,
        Box.of(new double[] {0, 0.01, 0, 0.1}, new double[] {100, 100, 10, 1000}),
        0.0418792999599064,
        5.1299167784316,
        30.145993477777,
        1.7613958651236,
        2.3655763253336);
  }

  private static double[] kinetics(double[] x) {
    double[] responses = new double[20];
    for (int i = 0; i < responses.length; i++) {
      double substrate = 0.2 * Math.pow(1.35, i);
      responses[i] =
          x[0] * substrate / (x[1] + substrate) + x[2] * substrate / (1 + substrate / x[3]);
    }
    return responses;
  }

  private static FittedModel chain() {
    return new FittedModel(
        "chain",
        FittedModels::chain,
        new double[] {2, 0.3, 0.7},
        0.01,
        Parameters.none()
            .logarithmic("first", 1e-4, 1e4)
            .logarithmic("second", 1e-4, 1e4)
            .logarithmic("share", 1e-4, 1e4)
            .box(),
        0.00160415970108897,
        1.9960325108501,
        0.30151999516235,
        0.70913997322087);
  }

  private static double[] chain(double[] x) {
    double[] responses = new double[60];
    for (int i = 0; i < responses.length; i += 3) {
      double time = 0.25 * (i / 3 + 1);
      double educt = Math.exp(-x[0] * time);
      double between =
          Math.abs(x[0] - x[1]) < 1e-9 * x[0]
              ? x[0] * time * educt
              : x[0] / (x[1] - x[0]) * (educt - Math.exp(-x[1] * time));
      responses[i] = educt;
      responses[i + 1] = between;
      responses[i + 2] = between * x[2] / (1 + x[2]);
    }
    return responses;
  }

  private static FittedModel peaks() {
    return new FittedModel(
        "peaks",
        FittedModels::peaks,
        new double[] {4, 3, 0.5, 2, 5.5, 1, 0.3},
        0.01,
        Box.of(new double[] {0, 0, 0.1, 0, 0, 0.1, -1}, new double[] {10, 10, 4, 10, 10, 4, 2}),
        0.0511764632864074,
        3.9905054165003,
        3.0030433198508,
        0.49980402611973,
        2.0006590441881,
        5.5084872852868,
        0.98817132594531,
        0.30865867789877);
  }

  private static double[] peaks(double[] x) {
    double[] responses = new double[50];
    for (int i = 0; i < responses.length; i++) {
      double t = 0.2 * i;
      responses[i] = bell(t, x, 0) + bell(t, x, 3) + x[6];
    }
    return responses;
  }

  private static double bell(double t, double[] x, int from) {
    double z = (t - x[from + 1]) / x[from + 2];
    return x[from] * Math.exp(-z * z / 2);
  }
}
