package org.multidescent.bench.problems.trajectories;

/**
 * A swing-by with an impulse at the periapsis, where the incoming hyperbola is changed for the
 * outgoing one.
 *
 * @param radius the periapsis' distance from the planet's centre, in km
 * @param impulse the change of speed there, km/s
 */
record SwingBy(double radius, double impulse) {

  private static final int MOST_ITERATIONS = 100;

  /**
   * Returns the swing-by that turns one velocity into another, both relative to the planet.
   *
   * @param gravity the planet's
   * @param in the incoming velocity, far from the planet
   * @param out the outgoing one
   */
  static SwingBy of(double gravity, Vector3 in, Vector3 out) {
    double before = in.length();
    double after = out.length();
    double turn = Math.acos(Math.max(-1, Math.min(1, in.dot(out) / (before * after))));
    double first = 1 / (before * before);
    double second = 1 / (after * after);
    double radius = radius(first, second, turn);
    double impulse =
        Math.abs(Math.sqrt(after * after + 2 / radius) - Math.sqrt(before * before + 2 / radius));
    return new SwingBy(gravity * radius, impulse);
  }

  /**
   * Solves {@code asin(a / (a + r)) + asin(b / (b + r)) = turn} for r. The left side is convex and
   * falls, so Newton's method rises to the solution from the one with the smaller of a and b twice.
   */
  private static double radius(double a, double b, double turn) {
    double r = Math.min(a, b) * (1 / Math.sin(turn / 2) - 1);
    for (int k = 0; k < MOST_ITERATIONS; k++) {
      double miss = Math.asin(a / (a + r)) + Math.asin(b / (b + r)) - turn;
      double step = miss / (slope(a, r) + slope(b, r));
      r += step;
      if (!(step > 1e-14 * r)) {
        break;
      }
    }
    return r;
  }

  private static double slope(double a, double r) {
    return a / ((a + r) * Math.sqrt(r * (r + 2 * a)));
  }
}
