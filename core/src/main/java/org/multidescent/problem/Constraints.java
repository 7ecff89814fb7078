package org.multidescent.problem;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.util.Require;

/**
 * Constraints of a problem beside its bounds: c(x) &lt;= 0 for the first of them, c(x) = 0 for the
 * others, each in its own unit. Immutable; as thread-safe as the function it was made of.
 *
 * @see Problem#subjectTo
 * @see Constrained
 */
public final class Constraints {

  /** Within how much of 0 a constraint counts as satisfied, unless said otherwise. */
  public static final double STANDARD_TOLERANCE = 1e-8;

  /** No constraints. */
  static final Constraints NONE = together(0, 0);

  private final @Nullable Supplier<? extends ConstraintFunction> functions;
  private final int inequalities;
  private final int equalities;
  private final double tolerance;

  private Constraints(
      @Nullable Supplier<? extends ConstraintFunction> functions,
      int inequalities,
      int equalities,
      double tolerance) {
    this.functions = functions;
    this.inequalities = Require.atLeast("inequalities", inequalities, 0);
    this.equalities = Require.atLeast("equalities", equalities, 0);
    this.tolerance = tolerance;
  }

  /** Returns the numbers of constraints that come with the objective: see {@link Constrained}. */
  static Constraints together(int inequalities, int equalities) {
    return new Constraints(null, inequalities, equalities, STANDARD_TOLERANCE);
  }

  /**
   * Returns constraints computed by a thread-safe function.
   *
   * @param function computes them, called by many threads at once
   * @param inequalities how many must be 0 or below, 0 or more; they come first
   * @param equalities how many must be 0, 0 or more; they come last
   * @return the constraints
   * @throws IllegalArgumentException if a number is negative
   */
  public static Constraints of(ConstraintFunction function, int inequalities, int equalities) {
    Objects.requireNonNull(function, "function: null (expected: a function of constraints)");
    return perWorker(() -> function, inequalities, equalities);
  }

  /**
   * Returns constraints computed by a function that is not thread-safe: each worker gets one of its
   * own.
   *
   * @param functions makes a function for a worker; called by many threads at once
   * @param inequalities how many must be 0 or below, 0 or more; they come first
   * @param equalities how many must be 0, 0 or more; they come last
   * @return the constraints
   * @throws IllegalArgumentException if a number is negative
   */
  public static Constraints perWorker(
      Supplier<? extends ConstraintFunction> functions, int inequalities, int equalities) {
    Objects.requireNonNull(functions, "functions: null (expected: a supplier of functions)");
    return new Constraints(functions, inequalities, equalities, STANDARD_TOLERANCE);
  }

  /**
   * Returns the linear inequalities {@code Ax <= b}.
   *
   * @param matrix the rows of A, one entry a coordinate; copied
   * @param bounds the vector b, one entry a row; copied
   * @return the constraints
   * @throws IllegalArgumentException if there are not as many bounds as rows
   */
  public static Constraints atMost(double[][] matrix, double[] bounds) {
    LinearFunction function = new LinearFunction(matrix, bounds);
    return of(function, bounds.length, 0);
  }

  /**
   * Returns the linear equations {@code Ax = b}.
   *
   * @param matrix the rows of A, one entry a coordinate; copied
   * @param bounds the vector b, one entry a row; copied
   * @return the constraints
   * @throws IllegalArgumentException if there are not as many bounds as rows
   */
  public static Constraints equal(double[][] matrix, double[] bounds) {
    LinearFunction function = new LinearFunction(matrix, bounds);
    return of(function, 0, bounds.length);
  }

  /**
   * Returns these constraints and further ones, evaluated together. The tolerance stays.
   *
   * @param others the further ones
   * @return all of them: these inequalities, those, these equalities, those
   */
  public Constraints and(Constraints others) {
    Objects.requireNonNull(others, "others: null (expected: constraints)");
    return new Constraints(
        () -> new JoinedConstraints(this, others),
        inequalities + others.inequalities,
        equalities + others.equalities,
        tolerance);
  }

  /**
   * Returns these constraints with another tolerance.
   *
   * @param tolerance within how much of 0 each of them counts as satisfied, in its own unit; above
   *     0
   * @return the constraints with that tolerance
   * @throws IllegalArgumentException if the tolerance is not a positive number
   */
  public Constraints tolerance(double tolerance) {
    if (!(tolerance > 0 && tolerance <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "tolerance: " + tolerance + " (expected: a finite number above 0)");
    }
    return new Constraints(functions, inequalities, equalities, tolerance);
  }

  /**
   * Returns how many constraints must be 0 or below.
   *
   * @return 0 or more
   */
  public int inequalities() {
    return inequalities;
  }

  /**
   * Returns how many constraints must be 0.
   *
   * @return 0 or more
   */
  public int equalities() {
    return equalities;
  }

  /**
   * Returns how many constraints there are.
   *
   * @return inequalities and equalities
   */
  public int count() {
    return inequalities + equalities;
  }

  /**
   * Returns within how much of 0 each constraint counts as satisfied.
   *
   * @return the tolerance, above 0
   */
  public double tolerance() {
    return tolerance;
  }

  /**
   * Returns by how much constraints are violated.
   *
   * @param values the constraints' values
   * @return the sum of what is above 0 of inequalities and of the magnitudes of equalities; 0 if
   *     each is satisfied within the tolerance, NaN if one is not a number
   */
  public double violation(double[] values) {
    double sum = 0;
    double largest = 0;
    for (int j = 0; j < inequalities + equalities; j++) {
      double excess = j < inequalities ? Math.max(0, values[j]) : Math.abs(values[j]);
      sum += excess;
      largest = Math.max(largest, excess);
    }
    return largest <= tolerance ? 0 : sum;
  }

  /**
   * Tells whether the constraints come apart from the objective.
   *
   * @return whether they are computed by {@link Evaluator#constraints}; if not, by {@link
   *     Evaluator#valueAndConstraints}
   */
  public boolean areApart() {
    return functions != null;
  }

  /** Returns a function for one thread, of constraints that come apart. */
  ConstraintFunction function() {
    Supplier<? extends ConstraintFunction> apart = functions;
    if (apart == null) {
      throw new IllegalArgumentException(
          "constraints: come with an objective (expected: some that come apart)");
    }
    return Objects.requireNonNull(
        apart.get(), "functions: supplied null (expected: a function of constraints)");
  }

  /** The rows of {@code Ax - b}. */
  private static final class LinearFunction implements ConstraintFunction {

    private final double[][] matrix;
    private final double[] bounds;

    LinearFunction(double[][] matrix, double[] bounds) {
      this.matrix = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
      this.bounds = bounds.clone();
      if (matrix.length != bounds.length) {
        throw new IllegalArgumentException(
            "bounds: " + bounds.length + " (expected: " + matrix.length + ", one a row)");
      }
    }

    @Override
    public void values(double[] x, double[] constraints) {
      for (int j = 0; j < bounds.length; j++) {
        double sum = -bounds[j];
        for (int i = 0; i < x.length; i++) {
          sum += matrix[j][i] * x[i];
        }
        constraints[j] = sum;
      }
    }
  }
}
