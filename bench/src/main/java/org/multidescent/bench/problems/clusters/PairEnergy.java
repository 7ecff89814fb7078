package org.multidescent.bench.problems.clusters;

/**
 * The energy of two atoms as a function of their squared distance, finite and repulsive at every
 * distance.
 */
interface PairEnergy {

  /** Returns the energy, in units of the pair's depth. */
  double energy(double square);

  /** Returns the energy's derivative by the squared distance. */
  double slope(double square);

  /**
   * Returns the energy of Lennard and Jones, {@code 4 (r^-12 - r^-6)}. Closer than any minimum
   * comes, it goes on as a straight line in the squared distance.
   */
  static PairEnergy lennardJones() {
    return new PairEnergy() {

      private static final double CORE = 0.5;

      @Override
      public double energy(double square) {
        if (square < CORE) {
          return energy(CORE) + slope(CORE) * (square - CORE);
        }
        double inverse = 1 / (square * square * square);
        return 4 * inverse * (inverse - 1);
      }

      @Override
      public double slope(double square) {
        double kept = Math.max(CORE, square);
        double inverse = 1 / (kept * kept * kept);
        return 12 * inverse * (1 - 2 * inverse) / kept;
      }
    };
  }

  /**
   * Returns Morse's energy, {@code e (e - 2)} with {@code e = exp(rho (1 - r))}.
   *
   * @param rho how narrow the well is; 6 is the curvature of Lennard-Jones
   */
  static PairEnergy morse(double rho) {
    return new PairEnergy() {

      private static final double LEAST_DISTANCE = 1e-9;

      @Override
      public double energy(double square) {
        double e = Math.exp(rho * (1 - Math.sqrt(square)));
        return e * (e - 2);
      }

      @Override
      public double slope(double square) {
        double r = Math.max(LEAST_DISTANCE, Math.sqrt(square));
        double e = Math.exp(rho * (1 - r));
        return rho * e * (1 - e) / r;
      }
    };
  }
}
