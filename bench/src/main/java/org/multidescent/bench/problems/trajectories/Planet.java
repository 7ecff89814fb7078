package org.multidescent.bench.problems.trajectories;

/**
 * A planet: its gravity, how near a spacecraft may pass, and its mean elements as polynomials in
 * Julian centuries since 1900 (degrees but for the eccentricity).
 */
enum Planet {
  VENUS(
      324_860,
      6351.8,
      0.01,
      0.7233316,
      new double[] {0.00682069, -0.00004774, 0.000000091},
      new double[] {3.39363055555555556, 1.00583333333333333e-3, -9.72222222222222222e-7},
      new double[] {75.7796472222222222, 0.89985, 4.1e-4},
      new double[] {54.3841861111111111, 0.508186111111111111, -1.38638888888888889e-3},
      new double[] {212.603219444444444, 58_517.803875, 1.28605555555555556e-3}),
  EARTH(
      398_601.19,
      6778.1,
      0.01,
      1.00000023,
      new double[] {0.01675104, -0.0000418, -0.000000126},
      new double[] {0},
      new double[] {0},
      new double[] {101.220833333333333, 1.719175, 4.52777777777777778e-4, 3.33333333333333333e-6},
      new double[] {
        358.475844444444444, 35_999.04975, -1.50277777777777778e-4, -3.33333333333333333e-6
      }),
  JUPITER(
      126.7e6,
      600_000,
      0.001,
      5.202561,
      new double[] {0.04833475, 0.00016418, -0.0000004676, -0.0000000017},
      new double[] {1.30873611111111111, -5.69611111111111111e-3, 3.88888888888888889e-6},
      new double[] {99.4433861111111111, 1.01053, 3.52222222222222222e-4, -8.51111111111111111e-6},
      new double[] {273.277541666666667, 0.599431666666666667, 7.0405e-4, 5.07777777777777778e-6},
      new double[] {
        225.328327777777778, 3034.69202388888889, -7.21588888888888889e-4, 1.78444444444444444e-6
      }),
  SATURN(
      37.9e6,
      70_000,
      0.01,
      9.554747,
      new double[] {0.05589232, -0.0003455, -0.000000728, 0.00000000074},
      new double[] {
        2.49251944444444444,
        -3.91888888888888889e-3,
        -1.54888888888888889e-5,
        4.44444444444444444e-8
      },
      new double[] {
        112.790388888888889, 0.873195138888888889, -1.52180555555555556e-4, -5.30555555555555556e-6
      },
      new double[] {
        338.307772222222222, 1.08522069444444444, 9.78541666666666667e-4, 9.91666666666666667e-6
      },
      new double[] {
        175.466216666666667, 1221.55146777777778, -5.01819444444444444e-4, -5.19444444444444444e-6
      });

  /** The sun's gravitational constant, km^3/s^2. */
  static final double SUN = 1.32712428e11;

  private static final double ASTRONOMICAL_UNIT = 149_597_870.66;
  private static final double DAYS_OF_A_CENTURY = 36_525;

  private final double gravity;
  private final double leastRadius;
  private final double tooNear;
  private final double axis;
  private final double[] eccentricity;
  private final double[] inclination;
  private final double[] node;
  private final double[] periapsis;
  private final double[] anomaly;

  Planet(
      double gravity,
      double leastRadius,
      double tooNear,
      double axis,
      double[] eccentricity,
      double[] inclination,
      double[] node,
      double[] periapsis,
      double[] anomaly) {
    this.gravity = gravity;
    this.leastRadius = leastRadius;
    this.tooNear = tooNear;
    this.axis = axis * ASTRONOMICAL_UNIT;
    this.eccentricity = eccentricity;
    this.inclination = inclination;
    this.node = node;
    this.periapsis = periapsis;
    this.anomaly = anomaly;
  }

  /** Returns the gravitational constant, km^3/s^2. */
  double gravity() {
    return gravity;
  }

  /** Returns what a swing-by that comes too near the planet costs, in km/s. */
  double penalty(double radius) {
    return radius < leastRadius ? tooNear * Math.abs(radius - leastRadius) : 0;
  }

  /** Returns where the planet is, seen from the sun, and how it moves; at a day since 2000. */
  Motion at(double day) {
    double century = (day + DAYS_OF_A_CENTURY) / DAYS_OF_A_CENTURY;
    double e = polynomial(eccentricity, century);
    double mean = Math.toRadians(polynomial(anomaly, century)) % (2 * Math.PI);
    double eccentric = eccentricAnomaly(mean, e);
    double minor = Math.sqrt(1 - e * e);
    double cosE = Math.cos(eccentric);
    double sinE = Math.sin(eccentric);
    double speed = Math.sqrt(SUN / axis) / (1 - e * cosE);
    double omega = Math.toRadians(polynomial(periapsis, century));
    double tilt = Math.toRadians(polynomial(inclination, century));
    double ascending = Math.toRadians(polynomial(node, century));
    Vector3 towards = axis(omega, tilt, ascending);
    Vector3 ahead = axis(omega + Math.PI / 2, tilt, ascending);
    return new Motion(
        towards.times(axis * (cosE - e)).plus(axis * minor * sinE, ahead),
        towards.times(-speed * sinE).plus(speed * minor * cosE, ahead));
  }

  /** Returns the direction at an angle from the ascending node in a tilted plane. */
  private static Vector3 axis(double angle, double tilt, double ascending) {
    double along = Math.cos(angle);
    double across = Math.sin(angle) * Math.cos(tilt);
    return new Vector3(
        along * Math.cos(ascending) - across * Math.sin(ascending),
        along * Math.sin(ascending) + across * Math.cos(ascending),
        Math.sin(angle) * Math.sin(tilt));
  }

  /** Solves Kepler's equation by Newton's method. */
  private static double eccentricAnomaly(double mean, double e) {
    double eccentric = mean + e * Math.sin(mean);
    for (int k = 0; k < 20; k++) {
      double step = (eccentric - e * Math.sin(eccentric) - mean) / (1 - e * Math.cos(eccentric));
      eccentric -= step;
      if (Math.abs(step) < 1e-15) {
        break;
      }
    }
    return eccentric;
  }

  private static double polynomial(double[] coefficients, double t) {
    double sum = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      sum = sum * t + coefficients[k];
    }
    return sum;
  }

  /**
   * Position and velocity.
   *
   * @param position in km
   * @param velocity in km/s
   */
  record Motion(Vector3 position, Vector3 velocity) {}
}
