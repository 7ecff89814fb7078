package org.multidescent.bench.problems.trajectories;

/**
 * The conic from one position to another in a given time, anticlockwise and with less than one
 * turn: Lambert's problem, solved as in D. Izzo, "Revisiting Lambert's problem", Celestial
 * Mechanics and Dynamical Astronomy 121 (2015).
 *
 * @param departure the velocity at the first position, km/s
 * @param arrival the velocity at the second, km/s
 */
record Transfer(Vector3 departure, Vector3 arrival) {

  private static final double SECONDS_OF_A_DAY = 86_400;
  private static final double NEARLY_PARABOLIC = 0.01;
  private static final int MOST_ITERATIONS = 60;

  static Transfer of(Vector3 from, Vector3 to, double days) {
    double r1 = from.length();
    double r2 = to.length();
    double chord = to.minus(from).length();
    double s = (r1 + r2 + chord) / 2;
    Vector3 normal = from.cross(to).unit();
    double direction = normal.z() > 0 ? 1 : -1;
    double lambda = direction * Math.sqrt(Math.max(0, 1 - chord / s));
    double time = Math.sqrt(2 * Planet.SUN / (s * s * s)) * days * SECONDS_OF_A_DAY;
    double x = solve(lambda, time);
    double y = Math.sqrt(1 - lambda * lambda * (1 - x * x));
    double gamma = Math.sqrt(Planet.SUN * s / 2);
    double rho = (r1 - r2) / chord;
    double sigma = Math.sqrt(Math.max(0, 1 - rho * rho));
    double inward = lambda * y - x;
    double outward = rho * (lambda * y + x);
    double around = gamma * sigma * (y + lambda * x);
    Vector3 up = normal.times(direction);
    Vector3 first = from.times(1 / r1);
    Vector3 second = to.times(1 / r2);
    return new Transfer(
        first.times(gamma * (inward - outward) / r1).plus(around / r1, up.cross(first)),
        second.times(-gamma * (inward + outward) / r2).plus(around / r2, up.cross(second)));
  }

  /** Returns the conic's free parameter: below 1 for ellipses, above for hyperbolas. */
  private static double solve(double lambda, double time) {
    double cube = lambda * lambda * lambda;
    double circular = Math.acos(lambda) + lambda * Math.sqrt(1 - lambda * lambda);
    double parabolic = 2.0 / 3 * (1 - cube);
    double x;
    if (time >= circular) {
      x = Math.pow(circular / time, 2.0 / 3) - 1;
    } else if (time < parabolic) {
      double fifth = cube * lambda * lambda;
      x = 2.5 * parabolic * (parabolic - time) / (time * (1 - fifth)) + 1;
    } else {
      x = Math.pow(circular / time, Math.log(parabolic / circular) / Math.log(2)) - 1;
    }
    return improve(x, lambda, time);
  }

  /** Householder's iteration of third order. */
  private static double improve(double first, double lambda, double time) {
    double x = first;
    double square = lambda * lambda;
    for (int k = 0; k < MOST_ITERATIONS; k++) {
      double u = 1 - x * x;
      double y = Math.sqrt(1 - square * u);
      double t = time(x, y, lambda);
      double d1 = (3 * t * x - 2 + 2 * square * lambda * x / y) / u;
      double d2 = (3 * t + 5 * x * d1 + 2 * (1 - square) * square * lambda / (y * y * y)) / u;
      double d3 =
          (7 * x * d2 + 8 * d1 - 6 * (1 - square) * square * square * lambda * x / Math.pow(y, 5))
              / u;
      double miss = t - time;
      double step =
          miss * (d1 * d1 - miss * d2 / 2) / (d1 * (d1 * d1 - miss * d2) + d3 * miss * miss / 6);
      x -= step;
      if (Math.abs(step) <= 1e-14 * Math.max(1, Math.abs(x))) {
        break;
      }
    }
    return x;
  }

  /** Returns the time of flight, in units of {@code sqrt(s^3 / 2 mu)}. */
  private static double time(double x, double y, double lambda) {
    double u = 1 - x * x;
    if (Math.abs(x - 1) < NEARLY_PARABOLIC) {
      double eta = y - lambda * x;
      double q = 4.0 / 3 * series((1 - lambda - x * eta) / 2);
      return (eta * eta * eta * q + 4 * lambda * eta) / 2;
    }
    double angle =
        u > 0
            ? Math.acos(Math.max(-1, Math.min(1, x * y + lambda * u)))
            : asinh((y - x * lambda) * Math.sqrt(-u));
    return (angle / Math.sqrt(Math.abs(u)) - x + lambda * y) / u;
  }

  /** Returns the hypergeometric function F(3, 1; 5/2; z), for small z. */
  private static double series(double z) {
    double sum = 1;
    double term = 1;
    for (int k = 0; Math.abs(term) > 1e-17 && k < 1000; k++) {
      term *= z * (3 + k) * (1 + k) / ((2.5 + k) * (k + 1));
      sum += term;
    }
    return sum;
  }

  private static double asinh(double v) {
    return Math.log(v + Math.sqrt(v * v + 1));
  }
}
