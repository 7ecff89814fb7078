package org.multidescent.sqp;

import java.util.Arrays;

/**
 * A convex quadratic program: the least value of {@code d'Hd / 2 + g'd} where {@code Ad + c <= 0}
 * in the first rows, {@code Ad + c = 0} in the others, and {@code lower <= d <= upper}. Its arrays
 * are to be filled by the caller; matrices are stored by rows.
 */
final class QuadraticProgram {

  /** The number of unknowns. */
  final int n;

  /** The number of rows of A that are inequalities. */
  final int inequalities;

  /** The number of rows of A. */
  final int m;

  /** The symmetric positive definite matrix H; its lower triangle is read. */
  final double[] hessian;

  /** The vector g. */
  final double[] gradient;

  /** The matrix A. */
  final double[] jacobian;

  /** The vector c. */
  final double[] constraints;

  /** The lower bounds, perhaps {@code -Infinity}. */
  final double[] lower;

  /** The upper bounds, none below the lower one, perhaps {@code Infinity}. */
  final double[] upper;

  QuadraticProgram(int n, int inequalities, int equalities) {
    this.n = n;
    this.inequalities = inequalities;
    this.m = inequalities + equalities;
    this.hessian = new double[n * n];
    this.gradient = new double[n];
    this.jacobian = new double[m * n];
    this.constraints = new double[m];
    this.lower = new double[n];
    this.upper = new double[n];
    Arrays.fill(lower, Double.NEGATIVE_INFINITY);
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
  }

  /** Returns row j of {@code Ad + c}. */
  double constraint(int j, double[] d) {
    double sum = constraints[j];
    for (int i = 0, at = j * n; i < n; i++, at++) {
      sum += jacobian[at] * d[i];
    }
    return sum;
  }
}
