package org.multidescent.bench.problems.clusters;

import java.util.Arrays;
import org.multidescent.function.Objective;
import org.multidescent.function.ValueAndGradient;

/**
 * The energy of atoms at (x, y, z), three coordinates an atom. Stateless, thread-safe.
 *
 * @param pair the energy of two atoms
 */
record Cluster(PairEnergy pair) implements Objective, ValueAndGradient {

  @Override
  public double value(double[] x) {
    double energy = 0;
    for (int i = 0; i < x.length; i += 3) {
      for (int j = 0; j < i; j += 3) {
        energy += pair.energy(square(x, i, j));
      }
    }
    return energy;
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    Arrays.fill(gradient, 0);
    double energy = 0;
    for (int i = 0; i < x.length; i += 3) {
      for (int j = 0; j < i; j += 3) {
        double square = square(x, i, j);
        energy += pair.energy(square);
        double force = 2 * pair.slope(square);
        for (int axis = 0; axis < 3; axis++) {
          double component = force * (x[i + axis] - x[j + axis]);
          gradient[i + axis] += component;
          gradient[j + axis] -= component;
        }
      }
    }
    return energy;
  }

  private static double square(double[] x, int i, int j) {
    double dx = x[i] - x[j];
    double dy = x[i + 1] - x[j + 1];
    double dz = x[i + 2] - x[j + 2];
    return dx * dx + dy * dy + dz * dz;
  }
}
