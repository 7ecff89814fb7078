package org.multidescent.bench.bbob;

/** The test bed's 51 targets for {@code f - f_opt}: {@code 10^(2 - 0.2 k)}, 100 down to 1e-8. */
public final class Targets {

  /** How many targets there are; they are numbered from 0. */
  public static final int COUNT = 51;

  private static final double[] VALUES = new double[COUNT];

  static {
    for (int k = 0; k < COUNT; k++) {
      VALUES[k] = Math.pow(10, (10 - k) / 5.0);
    }
  }

  private Targets() {}

  /**
   * Returns a target.
   *
   * @param k its number, 0 to 50, the easiest first
   * @return the target for {@code f - f_opt}
   */
  public static double value(int k) {
    return VALUES[k];
  }

  /**
   * Returns the hardest target, at which a run may end.
   *
   * @return 1e-8
   */
  public static double last() {
    return VALUES[COUNT - 1];
  }
}
