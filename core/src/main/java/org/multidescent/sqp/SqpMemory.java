package org.multidescent.sqp;

/**
 * Where the memory of a descent keeps what {@link Sqp} remembers: a header of single numbers; then,
 * for n coordinates and m constraints, the position, the gradient; the position and the gradient of
 * the Lagrangian before the last step; the constraints, the multipliers, the penalties, the
 * Jacobian by rows; and the Hessian of the Lagrangian.
 */
final class SqpMemory {

  static final int VALUE = 0;

  /** Whether the gradient of the objective belongs to the position. */
  static final int GRADIENT_KNOWN = 1;

  /** Whether the Jacobian of the constraints belongs to the position. */
  static final int JACOBIAN_KNOWN = 2;

  /** How far differences reach: {@link #FORWARD}, {@link #CENTRAL} or {@link #COARSE}. */
  static final int REACH = 3;

  /** Forward differences, one evaluation a coordinate. */
  static final double FORWARD = 0;

  /** Central differences, two evaluations a coordinate. */
  static final double CENTRAL = 1;

  /** Central differences over a fifth of the box, blind to ripples. */
  static final double COARSE = 2;

  /** How often the Hessian was updated since it was a multiple of the identity, plus 1; or 0. */
  static final int UPDATES = 4;

  /** Whether the last step left behind what an update of the Hessian needs. */
  static final int STEPPED = 5;

  /** How many steps in a row were elastic. */
  static final int ELASTIC = 6;

  private static final int HEADER = 7;
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  final int n;
  final int m;
  final int inequalities;
  final int position;
  final int gradient;
  final int lastPosition;
  final int lastGradient;
  final int constraints;
  final int multipliers;
  final int penalties;
  final int jacobian;
  final int hessian;
  final int size;

  SqpMemory(ConstrainedFunction function) {
    n = function.dimension();
    inequalities = function.inequalities();
    m = inequalities + function.equalities();
    long total = HEADER + 4L * n + 3L * m + (long) m * n + (long) n * n;
    if (total > LARGEST) {
      throw new IllegalArgumentException(
          "sqp: %d numbers a point for %d coordinates and %d constraints (expected: at most %d)"
              .formatted(total, n, m, LARGEST));
    }
    position = HEADER;
    gradient = position + n;
    lastPosition = gradient + n;
    lastGradient = lastPosition + n;
    constraints = lastGradient + n;
    multipliers = constraints + m;
    penalties = multipliers + m;
    jacobian = penalties + m;
    hessian = jacobian + m * n;
    size = hessian + n * n;
  }

  /** Returns by how much constraint j is violated where it has a value. */
  double violation(int j, double value) {
    return j < inequalities ? Math.max(0, value) : Math.abs(value);
  }

  /** Tells whether a value and the constraints beside it are finite. */
  boolean isFinite(double value, double[] values, int at) {
    boolean finite = Double.isFinite(value);
    for (int j = 0; j < m; j++) {
      finite &= Double.isFinite(values[at + j]);
    }
    return finite;
  }

  /** Computes the gradient of the Lagrangian, by multipliers that begin at an index. */
  void lagrangian(double[] memory, double[] factors, int at, double[] result) {
    System.arraycopy(memory, gradient, result, 0, n);
    for (int j = 0; j < m; j++) {
      double factor = factors[at + j];
      if (factor != 0) {
        int row = jacobian + j * n;
        for (int i = 0; i < n; i++) {
          result[i] += factor * memory[row + i];
        }
      }
    }
  }
}
