package org.multidescent.sqp;

import java.util.Arrays;

/**
 * The factors a dual active-set method keeps of the Hessian H and the normals N of its active
 * constraints: a matrix J with {@code J'HJ = I} whose first columns span {@code L^-1 N}, and the
 * upper triangular R with {@code J'N = (R; 0)} (Goldfarb and Idnani 1983). Changed by plane
 * rotations as constraints come and go.
 */
final class ActiveFactors {

  /** A normal that lies in the span of the active ones but for this share depends on them. */
  private static final double DEPENDENT = 1e-11;

  private final int n;
  private final double[] lower;
  private final double[] columns;
  private final double[] triangle;
  private int active;

  ActiveFactors(int n) {
    this.n = n;
    this.lower = new double[n * n];
    this.columns = new double[n * n];
    this.triangle = new double[n * n];
  }

  /** Returns the number of active constraints. */
  int active() {
    return active;
  }

  /**
   * Factors a Hessian; no constraint is active.
   *
   * @return whether it is positive definite
   */
  boolean factor(double[] hessian) {
    active = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = hessian[i * n + j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i * n + k] * lower[j * n + k];
        }
        if (i > j) {
          lower[i * n + j] = sum / lower[j * n + j];
        } else if (sum > 0) {
          lower[i * n + i] = Math.sqrt(sum);
        } else {
          return false;
        }
      }
    }
    invert();
    return true;
  }

  /** Column j of J is row j of L^-1. */
  private void invert() {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (j > i) {
          columns[i * n + j] = 0;
          continue;
        }
        double sum = i == j ? 1 : 0;
        for (int k = j; k < i; k++) {
          sum -= lower[i * n + k] * columns[k * n + j];
        }
        columns[i * n + j] = sum / lower[i * n + i];
      }
    }
  }

  /** Computes {@code -H^-1 g}, where no constraint is active. */
  void unconstrained(double[] gradient, double[] minimum, double[] work) {
    project(gradient, 0, work);
    Arrays.fill(minimum, 0);
    for (int j = 0; j < n; j++) {
      add(minimum, -work[j], j);
    }
  }

  /** Computes {@code J'a} of a normal that begins at an index. */
  void project(double[] normal, int at, double[] projected) {
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0, column = j * n; i < n; i++, column++) {
        sum += columns[column] * normal[at + i];
      }
      projected[j] = sum;
    }
  }

  /** Computes {@code J'a} of a multiple of a unit vector. */
  void projectUnit(int i, double factor, double[] projected) {
    for (int j = 0; j < n; j++) {
      projected[j] = factor * columns[j * n + i];
    }
  }

  /** Tells whether a projected normal is independent of the active ones. */
  boolean isIndependent(double[] projected) {
    double rest = 0;
    double whole = 0;
    for (int j = 0; j < n; j++) {
      double square = projected[j] * projected[j];
      whole += square;
      rest += j < active ? 0 : square;
    }
    return active < n && rest > DEPENDENT * DEPENDENT * whole;
  }

  /** Computes the direction {@code z}, in which a projected normal's constraint gains fastest. */
  void primal(double[] projected, double[] direction) {
    Arrays.fill(direction, 0);
    for (int j = active; j < n; j++) {
      add(direction, projected[j], j);
    }
  }

  /** Computes how much the active multipliers fall for each unit of a projected normal's own. */
  void dual(double[] projected, double[] rates) {
    for (int k = active - 1; k >= 0; k--) {
      double sum = projected[k];
      for (int j = k + 1; j < active; j++) {
        sum -= triangle[j * n + k] * rates[j];
      }
      rates[k] = sum / triangle[k * n + k];
    }
  }

  /** Makes a constraint active, by its projected normal, which is changed. */
  void add(double[] projected) {
    for (int j = n - 1; j > active; j--) {
      double a = projected[j - 1];
      double b = projected[j];
      if (b != 0) {
        double length = Math.hypot(a, b);
        rotate(j - 1, j, a / length, b / length);
        projected[j - 1] = length;
        projected[j] = 0;
      }
    }
    System.arraycopy(projected, 0, triangle, active * n, active + 1);
    active++;
  }

  /** Makes the active constraint number k inactive; the later ones move up. */
  void drop(int k) {
    active--;
    for (int j = k; j < active; j++) {
      System.arraycopy(triangle, (j + 1) * n, triangle, j * n, j + 2);
    }
    for (int j = k; j < active; j++) {
      double a = triangle[j * n + j];
      double b = triangle[j * n + j + 1];
      if (b == 0) {
        continue;
      }
      double length = Math.hypot(a, b);
      double cosine = a / length;
      double sine = b / length;
      rotate(j, j + 1, cosine, sine);
      for (int i = j; i < active; i++) {
        double first = triangle[i * n + j];
        double second = triangle[i * n + j + 1];
        triangle[i * n + j] = cosine * first + sine * second;
        triangle[i * n + j + 1] = cosine * second - sine * first;
      }
    }
  }

  private void add(double[] sum, double factor, int j) {
    if (factor != 0) {
      for (int i = 0, column = j * n; i < n; i++, column++) {
        sum[i] += factor * columns[column];
      }
    }
  }

  /** Rotates two columns of J in their plane. */
  private void rotate(int p, int q, double cosine, double sine) {
    for (int i = 0, first = p * n, second = q * n; i < n; i++, first++, second++) {
      double a = columns[first];
      double b = columns[second];
      columns[first] = cosine * a + sine * b;
      columns[second] = cosine * b - sine * a;
    }
  }
}
