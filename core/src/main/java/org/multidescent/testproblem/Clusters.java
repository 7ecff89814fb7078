package org.multidescent.testproblem;

/** The least energies of small clusters, recomputed to full precision from the published ones. */
final class Clusters {

  /** From 7 atoms on. */
  private static final double[] LENNARD_JONES = {
    -16.505384168012216,
    -19.821489192154765,
    -24.113360433647184,
    -28.422531893437565,
    -32.76597008997901,
    -37.96759956236393,
    -44.32680141953403
  };

  /** From 2 electrons on. */
  private static final double[] THOMSON = {
    0.5,
    1.7320508075688772,
    3.674234614174767,
    6.474691494688162,
    9.985281374238571,
    14.452977414221344,
    19.67528786123276,
    25.75998653126983,
    32.71694946014759,
    40.59645050819061,
    49.1652530576288
  };

  private Clusters() {}

  static double lennardJonesMinimum(int atoms) {
    return LENNARD_JONES[atoms - 7];
  }

  static double thomsonMinimum(int electrons) {
    return THOMSON[electrons - 2];
  }

  /** The Lennard-Jones cluster of 7 atoms: a ring of five and two on its axis. */
  static double[] pentagonalBipyramid() {
    double radius = 0.9562063096026523;
    double height = 0.5738701692194005;
    double[] x = new double[21];
    for (int k = 0; k < 5; k++) {
      x[3 * k] = radius * Math.cos(2 * Math.PI * k / 5);
      x[3 * k + 1] = radius * Math.sin(2 * Math.PI * k / 5);
    }
    x[17] = height;
    x[20] = -height;
    return x;
  }
}
