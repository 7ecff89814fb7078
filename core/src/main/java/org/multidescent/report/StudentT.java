package org.multidescent.report;

/** Student's t distribution with a whole number of degrees of freedom. */
final class StudentT {

  /** Beyond, the distribution is a normal one to six digits. */
  private static final int LARGEST = 1_000_000;

  private static final int BISECTIONS = 64;

  private StudentT() {}

  /**
   * Returns the number that the absolute value of a variable exceeds with probability {@code 1 -
   * level}.
   *
   * @param level above 0 and below 1
   * @param freedom the degrees of freedom, 1 or more
   */
  static double twoSided(double level, int freedom) {
    int degrees = Math.min(freedom, LARGEST);
    double low = 0;
    double high = Math.PI / 2;
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = (low + high) / 2;
      if (probability(middle, degrees) < level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.sqrt(degrees) * Math.tan((low + high) / 2);
  }

  /**
   * The probability of less than {@code tan(angle) * sqrt(freedom)} in absolute value (Abramowitz
   * and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4).
   */
  private static double probability(double angle, int freedom) {
    double cosine = Math.cos(angle);
    boolean odd = freedom % 2 == 1;
    double term = odd ? cosine : 1;
    double sum = freedom == 1 ? 0 : term;
    for (int k = odd ? 3 : 2; k < freedom && term > 1e-18 * sum; k += 2) {
      term *= cosine * cosine * (k - 1) / k;
      sum += term;
    }
    return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  }
}
