package org.multidescent.testproblem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Energies of particles that act pair by pair.
 *
 * <p>Both pair energies have a pole where two particles meet. Closer than a distance that no
 * minimum comes near, they go on as a straight line in the squared distance, with the same value
 * and slope where the two pieces meet: finite everywhere, still repulsive, no new minimum.
 */
final class Particles {

  /** Squared distance below which the Lennard-Jones energy goes on as a line. */
  private static final double CORE = 0.5;

  private static final double CORE_ENERGY = 224;
  private static final double CORE_SLOPE = -2880;

  /** Squared distance below which the Coulomb energy goes on as a line. */
  private static final double CLOSE = 0.01;

  private static final double CLOSE_ENERGY = 10;
  private static final double CLOSE_SLOPE = -500;

  private Particles() {}

  /** Atoms at (x, y, z), three entries an atom; a pair at distance r has 4 (r^-12 - r^-6). */
  static double lennardJones(double[] x, double @Nullable [] gradient) {
    if (gradient != null) {
      Arrays.fill(gradient, 0);
    }
    double energy = 0;
    for (int i = 0; i < x.length; i += 3) {
      for (int j = 0; j < i; j += 3) {
        double dx = x[i] - x[j];
        double dy = x[i + 1] - x[j + 1];
        double dz = x[i + 2] - x[j + 2];
        double square = dx * dx + dy * dy + dz * dz;
        double slope;
        if (square < CORE) {
          energy += CORE_ENERGY + CORE_SLOPE * (square - CORE);
          slope = CORE_SLOPE;
        } else {
          double inverse = 1 / (square * square * square);
          energy += 4 * inverse * (inverse - 1);
          slope = 12 * inverse * (1 - 2 * inverse) / square;
        }
        if (gradient != null) {
          push(gradient, i, j, 2 * slope * dx, 2 * slope * dy, 2 * slope * dz);
        }
      }
    }
    return energy;
  }

  private static void push(double[] gradient, int i, int j, double x, double y, double z) {
    gradient[i] += x;
    gradient[i + 1] += y;
    gradient[i + 2] += z;
    gradient[j] -= x;
    gradient[j + 1] -= y;
    gradient[j + 2] -= z;
  }

  /** Electrons on the unit sphere, two entries each: polar angle, azimuth; a pair has 1 / r. */
  static double thomson(double[] x, double @Nullable [] gradient) {
    if (gradient != null) {
      Arrays.fill(gradient, 0);
    }
    double energy = 0;
    for (int i = 0; i < x.length; i += 2) {
      double sinI = Math.sin(x[i]);
      double cosI = Math.cos(x[i]);
      for (int j = 0; j < i; j += 2) {
        double sinJ = Math.sin(x[j]);
        double cosJ = Math.cos(x[j]);
        double turn = Math.cos(x[i + 1] - x[j + 1]);
        double square = 2 - 2 * (cosI * cosJ + sinI * sinJ * turn);
        double slope;
        if (square < CLOSE) {
          energy += CLOSE_ENERGY + CLOSE_SLOPE * (square - CLOSE);
          slope = CLOSE_SLOPE;
        } else {
          double inverse = 1 / Math.sqrt(square);
          energy += inverse;
          slope = -0.5 * inverse / square;
        }
        if (gradient != null) {
          double twist = 2 * slope * sinI * sinJ * Math.sin(x[i + 1] - x[j + 1]);
          gradient[i] += 2 * slope * (sinI * cosJ - cosI * sinJ * turn);
          gradient[j] += 2 * slope * (cosI * sinJ - sinI * cosJ * turn);
          gradient[i + 1] += twist;
          gradient[j + 1] -= twist;
        }
      }
    }
    return energy;
  }
}
