package org.multidescent.bench.problems;

import java.util.List;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.testproblem.TestProblem;

/**
 * The training of small neural networks with sigmoid units, whose error surfaces have flat regions
 * and poor local minima. The objective is the mean squared error; the targets are 0.1 and 0.9, as
 * in Rumelhart, Hinton and Williams, <cite>Learning internal representations by error
 * propagation</cite> (1986), so that the minimum 0 is attained.
 */
public final class NeuralNets {

  private static final int SPIRAL_POINTS = 16;

  private NeuralNets() {}

  /**
   * Returns both problems.
   *
   * @return {@link #xor()} and {@link #spirals()}
   */
  public static List<TestProblem> all() {
    return List.of(xor(), spirals());
  }

  /**
   * Returns the training of two hidden units on the exclusive or; 9 weights in [-10, 10].
   *
   * @return the landscape {@code xor}
   */
  public static TestProblem xor() {
    double[][] inputs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    double[] targets = {0.1, 0.9, 0.9, 0.1};
    return landscape("xor", new Network(inputs, targets, 2), 10);
  }

  /**
   * Returns the training of ten hidden units on two interleaved spirals of one turn, 16 points
   * each, between the radii 0.2 and 1; 41 weights in [-20, 20].
   *
   * @return the landscape {@code spirals}
   */
  public static TestProblem spirals() {
    double[][] inputs = new double[2 * SPIRAL_POINTS][];
    double[] targets = new double[2 * SPIRAL_POINTS];
    for (int k = 0; k < SPIRAL_POINTS; k++) {
      double share = k / (SPIRAL_POINTS - 1.0);
      double radius = 0.2 + 0.8 * share;
      double x = radius * Math.cos(2 * Math.PI * share);
      double y = radius * Math.sin(2 * Math.PI * share);
      inputs[2 * k] = new double[] {x, y};
      inputs[2 * k + 1] = new double[] {-x, -y};
      targets[2 * k] = 0.9;
      targets[2 * k + 1] = 0.1;
    }
    return landscape("spirals", new Network(inputs, targets, 10), 20);
  }

  private static TestProblem landscape(String name, Network network, double bound) {
    Box box = Box.cube(-bound, bound, network.dimension());
    double[] minimiser = Table.read("nn/" + name + ".txt").column(0);
    return new TestProblem(name, Problem.withGradient(network, network, box), 0, true, minimiser);
  }
}
