package org.multidescent;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.random.RandomStream;

/** Functions with noise, whose true values are known. */
enum NoisyFunctions {
  SPHERE(
      x -> {
        double sum = 1;
        for (double v : x) {
          sum += (v - 1) * (v - 1);
        }
        return sum;
      }),
  ROSENBROCK(
      x -> {
        double sum = 1;
        for (int i = 0; i + 1 < x.length; i++) {
          sum += 100 * Math.pow(x[i + 1] - x[i] * x[i], 2) + Math.pow(1 - x[i], 2);
        }
        return sum;
      }),
  RASTRIGIN(
      x -> {
        double sum = 1 + 10.0 * x.length;
        for (double v : x) {
          sum += (v - 1) * (v - 1) - 10 * Math.cos(2 * Math.PI * (v - 1));
        }
        return sum;
      });

  private final ToDoubleFunction<double[]> function;

  NoisyFunctions(ToDoubleFunction<double[]> function) {
    this.function = function;
  }

  /** The value without noise; 1 at the optimum. */
  double truth(double[] x) {
    return function.applyAsDouble(x);
  }

  /** The problem, with normal noise of a size, perhaps in units of the value; not declared. */
  Problem problem(int dimension, double noise, boolean multiplicative, long seed) {
    AtomicLong evaluations = new AtomicLong();
    return Problem.of(
        x -> {
          double normal = new RandomStream(seed, evaluations.getAndIncrement(), 0).nextGaussian();
          double value = truth(x);
          return value + noise * normal * (multiplicative ? value : 1);
        },
        Box.cube(-5, 5, dimension));
  }
}
