package org.multidescent.sqp;

import java.util.Arrays;
import org.multidescent.random.RandomStream;

/** Quadratic programs drawn from a stream of random numbers. */
final class RandomPrograms {

  private final RandomStream random;

  RandomPrograms(long seed) {
    this.random = new RandomStream(seed, 0, 0);
  }

  /** A program of up to 12 unknowns that a position in its bounds satisfies. */
  QuadraticProgram feasible() {
    int n = 1 + random.nextInt(12);
    int equalities = random.nextInt(1 + n / 2);
    QuadraticProgram program = new QuadraticProgram(n, random.nextInt(2 * n + 3), equalities);
    fillHessian(program, 1);
    double[] inside = new double[n];
    for (int i = 0; i < n; i++) {
      inside[i] = random.nextGaussian();
      program.gradient[i] = 3 * random.nextGaussian();
      program.lower[i] = random.nextInt(3) > 0 ? inside[i] - random.nextDouble() : -1e300;
      program.upper[i] = random.nextInt(3) > 0 ? inside[i] + random.nextDouble() : 1e300;
    }
    for (int k = 0; k < program.jacobian.length; k++) {
      program.jacobian[k] = random.nextGaussian();
    }
    for (int j = 0; j < program.m; j++) {
      place(program, j, inside, random.nextDouble());
    }
    return program;
  }

  /**
   * One of small whole numbers: constraints meet in the position, rows depend on each other, and
   * bounds coincide.
   */
  QuadraticProgram degenerate() {
    QuadraticProgram program = feasible();
    int n = program.n;
    double[] inside = new double[n];
    for (int i = 0; i < n; i++) {
      inside[i] = random.nextInt(3) - 1;
      program.gradient[i] = random.nextInt(9) - 4;
      program.lower[i] = inside[i] - random.nextInt(2);
      program.upper[i] = inside[i] + random.nextInt(2);
    }
    for (int k = 0; k < program.jacobian.length; k++) {
      program.jacobian[k] = random.nextInt(3) - 1;
    }
    for (int j = 0; j < program.m; j++) {
      if (j > 0 && random.nextInt(4) == 0) {
        System.arraycopy(program.jacobian, (j - 1) * n, program.jacobian, j * n, n);
      }
      place(program, j, inside, random.nextInt(2));
    }
    return program;
  }

  /** One whose rows are of very different lengths, with an ill-conditioned Hessian. */
  QuadraticProgram badlyScaled() {
    QuadraticProgram program = feasible();
    fillHessian(program, 1e3);
    for (int j = 0; j < program.m; j++) {
      double factor = StrictMath.pow(10, 12 * random.nextDouble() - 6);
      program.constraints[j] *= factor;
      for (int i = 0; i < program.n; i++) {
        program.jacobian[j * program.n + i] *= factor;
      }
    }
    return program;
  }

  /** One of whose rows two, or one and the bounds, contradict each other. */
  QuadraticProgram infeasible() {
    QuadraticProgram program = feasible();
    while (program.m < 2) {
      program = feasible();
    }
    int n = program.n;
    double gap = 1e-3 + random.nextDouble();
    if (random.nextInt(2) == 0) {
      for (int i = 0; i < n; i++) {
        program.jacobian[n + i] = -program.jacobian[i];
      }
      program.constraints[1] = gap - program.constraints[0];
    } else {
      Arrays.fill(program.jacobian, 0, n, 1);
      Arrays.fill(program.lower, -1);
      Arrays.fill(program.upper, 1);
      program.constraints[0] = n + gap;
    }
    return program;
  }

  private void place(QuadraticProgram program, int j, double[] inside, double slack) {
    program.constraints[j] = 0;
    double there = program.constraint(j, inside);
    program.constraints[j] = -there - (j < program.inequalities ? slack : 0);
  }

  /** The product of a random matrix and its transpose, its columns scaled up to a factor. */
  private void fillHessian(QuadraticProgram program, double largest) {
    int n = program.n;
    double[] root = new double[n * n];
    for (int k = 0; k < root.length; k++) {
      root[k] = random.nextGaussian() * StrictMath.pow(largest, (k % n) / (double) n);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = i == j ? 0.01 : 0;
        for (int k = 0; k < n; k++) {
          sum += root[i * n + k] * root[j * n + k];
        }
        program.hessian[i * n + j] = sum;
      }
    }
  }
}
