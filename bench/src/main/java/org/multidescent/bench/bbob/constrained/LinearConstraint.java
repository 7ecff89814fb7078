package org.multidescent.bench.bbob.constrained;

/**
 * A constraint that is linear in the bent difference to the optimum.
 *
 * @param gradient its gradient there
 * @param shift how far the optimum lies inside, in the direction of the gradient; 0 if active
 * @param length the gradient's length
 */
record LinearConstraint(double[] gradient, double shift, double length) {

  /** Terms from 0 up to this are left out, so that the optimum is feasible in spite of rounding. */
  private static final double NEGLIGIBLE = 1e-11;

  double value(double[] u) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      double term = gradient[i] * (u[i] - shift * gradient[i] / length);
      if (term < 0 || term > NEGLIGIBLE) {
        sum += term;
      }
    }
    return sum;
  }

  /** Returns the value at a vector, nothing left out. */
  double plain(double[] u) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += gradient[i] * u[i];
    }
    return sum - shift * length;
  }

  LinearConstraint with(double[] other) {
    return new LinearConstraint(other, shift, length);
  }
}
