package org.multidescent.bench.problems.control;

import java.util.random.RandomGenerator;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.random.RandomStream;

/**
 * A pole hinged on a cart that is pushed to the left or to the right: the task of Barto, Sutton and
 * Anderson, "Neuronlike adaptive elements that can solve difficult learning control problems"
 * (1983), with their masses and lengths, Euler steps of 0.02 s, a push of 10 N in each, and
 * episodes that end when the cart is 2.4 m from the middle, the pole 12 degrees from upright, or
 * after 500 steps. A linear policy pushes by the sign of a weighted sum of the four numbers of the
 * state, a network by the sign of its output.
 */
public final class CartPole {

  /** The steps of an episode in which nothing falls. */
  public static final int STEPS = 500;

  /** The numbers of a state: position, velocity, angle, angular velocity. */
  public static final int STATE = 4;

  private static final NetworkPolicy NETWORK = new NetworkPolicy(STATE, 4);
  private static final double GRAVITY = 9.8;
  private static final double POLE = 0.1;
  private static final double TOTAL = 1.1;
  private static final double HALF_LENGTH = 0.5;
  private static final double PUSH = 10;
  private static final double SECONDS = 0.02;
  private static final double FARTHEST = 2.4;
  private static final double STEEPEST = Math.toRadians(12);
  private static final double FIRST = 0.05;

  private CartPole() {}

  /**
   * Returns the problem of finding the weights of a linear policy. A value is the mean of {@value
   * #STEPS} steps of one random episode: of each, how far cart and pole are from where they end the
   * episode, as the mean of two squares from 0 to 1; of each step after the end, 1.
   *
   * @return a stochastic problem in four coordinates, each from -1 to 1
   */
  public static Problem linearPolicy() {
    return problem(STATE);
  }

  /**
   * Returns the problem of finding the weights of a network of four hidden units, with the values
   * of {@link #linearPolicy}.
   *
   * @return a stochastic problem in 25 coordinates, each from -1 to 1
   */
  public static Problem networkPolicy() {
    return problem(NETWORK.weights());
  }

  private static Problem problem(int weights) {
    return Problems.stochastic(
        (policy, sample) -> new Episode(policy, new RandomStream(sample, 0, 0)).cost(),
        Box.cube(-1, 1, weights));
  }

  /**
   * Simulates an episode.
   *
   * @param weights of the policy: four numbers of a linear one, 25 of a network
   * @param random where the episode begins
   * @return how many steps it lasts, up to {@value #STEPS}
   */
  public static int episode(double[] weights, RandomGenerator random) {
    return new Episode(weights, random).steps;
  }

  /** One episode from its beginning to its end. */
  private static final class Episode {

    private int steps;
    private double distance;

    Episode(double[] weights, RandomGenerator random) {
      double[] state = new double[STATE];
      for (int i = 0; i < STATE; i++) {
        state[i] = FIRST * (2 * random.nextDouble() - 1);
      }
      while (steps < STEPS && Math.abs(state[0]) <= FARTHEST && Math.abs(state[2]) <= STEEPEST) {
        double aside = state[0] / FARTHEST;
        double askew = state[2] / STEEPEST;
        distance += (aside * aside + askew * askew) / 2;
        move(state, push(weights, state));
        steps++;
      }
    }

    double cost() {
      return (distance + STEPS - steps) / STEPS;
    }
  }

  private static double push(double[] weights, double[] state) {
    if (weights.length > STATE) {
      return NETWORK.output(weights, state) > 0 ? PUSH : -PUSH;
    }
    double sum = 0;
    for (int i = 0; i < STATE; i++) {
      sum += weights[i] * state[i];
    }
    return sum > 0 ? PUSH : -PUSH;
  }

  private static void move(double[] state, double push) {
    double sine = StrictMath.sin(state[2]);
    double cosine = StrictMath.cos(state[2]);
    double moment = POLE * HALF_LENGTH;
    double shared = (push + moment * state[3] * state[3] * sine) / TOTAL;
    double turning =
        (GRAVITY * sine - cosine * shared)
            / (HALF_LENGTH * (4.0 / 3 - POLE * cosine * cosine / TOTAL));
    double pulling = shared - moment * turning * cosine / TOTAL;
    state[0] += SECONDS * state[1];
    state[1] += SECONDS * pulling;
    state[2] += SECONDS * state[3];
    state[3] += SECONDS * turning;
  }
}
