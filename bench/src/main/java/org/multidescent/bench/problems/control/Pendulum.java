package org.multidescent.bench.problems.control;

import java.util.random.RandomGenerator;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.random.RandomStream;

/**
 * A pendulum that hangs down and is to be swung up and held there by a motor that is too weak to
 * lift it: a rod of 1 kg and 1 m, at most 2 N m, 200 steps of 0.05 s. The policy is a small network
 * that sees cosine and sine of the angle and the angular velocity. A task of the kind of Atkeson
 * and Santamaria, "A comparison of direct and model-based reinforcement learning" (1997).
 */
public final class Pendulum {

  /** The steps of an episode. */
  public static final int STEPS = 200;

  private static final NetworkPolicy POLICY = new NetworkPolicy(3, 6);
  private static final double GRAVITY = 10;
  private static final double STRONGEST = 2;
  private static final double FASTEST = 8;
  private static final double SECONDS = 0.05;
  private static final double FIRST = 0.3;
  private static final double UPRIGHT = 0.2;
  private static final int HELD = 50;

  private Pendulum() {}

  /**
   * Returns the problem of finding the weights of a network of six units. A value is the mean over
   * the steps of one random episode of the squared angle from upright, a tenth of the squared
   * angular velocity and a thousandth of the squared torque.
   *
   * @return a stochastic problem in 31 coordinates, each from -3 to 3
   */
  public static Problem networkPolicy() {
    return Problems.stochastic(
        (weights, sample) -> new Episode(weights, new RandomStream(sample, 0, 0)).cost / STEPS,
        Box.cube(-3, 3, POLICY.weights()));
  }

  /**
   * Simulates an episode.
   *
   * @param weights of the network, 31 numbers
   * @param random where the episode begins
   * @return whether the pendulum was within 0.2 of upright for the last 50 steps
   */
  public static boolean isSwungUp(double[] weights, RandomGenerator random) {
    return new Episode(weights, random).upright >= HELD;
  }

  /** One episode; angles are from upright, within a half turn. */
  private static final class Episode {

    private double cost;
    private int upright;

    Episode(double[] weights, RandomGenerator random) {
      double angle = Math.PI + FIRST * (2 * random.nextDouble() - 1);
      double velocity = FIRST * (2 * random.nextDouble() - 1);
      double[] seen = new double[3];
      for (int step = 0; step < STEPS; step++) {
        seen[0] = StrictMath.cos(angle);
        seen[1] = StrictMath.sin(angle);
        seen[2] = velocity;
        double torque = STRONGEST * StrictMath.tanh(POLICY.output(weights, seen));
        double off = StrictMath.atan2(seen[1], seen[0]);
        cost += off * off + 0.1 * velocity * velocity + 0.001 * torque * torque;
        upright = Math.abs(off) < UPRIGHT ? upright + 1 : 0;
        double faster = velocity + SECONDS * (1.5 * GRAVITY * seen[1] + 3 * torque);
        velocity = Math.max(-FASTEST, Math.min(FASTEST, faster));
        angle += SECONDS * velocity;
      }
    }
  }
}
