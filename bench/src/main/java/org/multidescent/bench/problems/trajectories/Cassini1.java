package org.multidescent.bench.problems.trajectories;

import java.util.List;
import org.multidescent.function.Objective;

/**
 * Cassini1: from the Earth by Venus, Venus, the Earth and Jupiter to Saturn. Coordinates are the
 * day of departure since 2000 and the days of the five legs; the value is the sum of all changes of
 * speed in km/s, with the last one into an orbit about Saturn, and a penalty for swing-bys that
 * come too near. Stateless, thread-safe.
 */
final class Cassini1 implements Objective {

  private static final List<Planet> ROUTE =
      List.of(
          Planet.EARTH, Planet.VENUS, Planet.VENUS, Planet.EARTH, Planet.JUPITER, Planet.SATURN);

  private static final double PERIAPSIS = 108_950;
  private static final double ECCENTRICITY = 0.98;

  @Override
  public double value(double[] x) {
    double day = x[0];
    Planet.Motion here = ROUTE.get(0).at(day);
    Vector3 incoming = here.velocity();
    double sum = 0;
    for (int leg = 1; leg < ROUTE.size(); leg++) {
      day += x[leg];
      Planet.Motion there = ROUTE.get(leg).at(day);
      Transfer transfer = Transfer.of(here.position(), there.position(), x[leg]);
      Vector3 outgoing = transfer.departure().minus(here.velocity());
      sum += leg == 1 ? outgoing.length() : swingBy(ROUTE.get(leg - 1), incoming, outgoing);
      incoming = transfer.arrival().minus(there.velocity());
      here = there;
    }
    return sum + insertion(incoming.length());
  }

  private static double swingBy(Planet planet, Vector3 in, Vector3 out) {
    SwingBy swingBy = SwingBy.of(planet.gravity(), in, out);
    return swingBy.impulse() + planet.penalty(swingBy.radius());
  }

  /** Returns the impulse at the periapsis that leaves the hyperbola for an ellipse. */
  private static double insertion(double speed) {
    double escape = 2 * Planet.SATURN.gravity() / PERIAPSIS;
    double ellipse = escape - Planet.SATURN.gravity() / PERIAPSIS * (1 - ECCENTRICITY);
    return Math.abs(Math.sqrt(speed * speed + escape) - Math.sqrt(ellipse));
  }
}
