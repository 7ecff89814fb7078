package org.multidescent.problem;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.ConstraintFunction;
import org.multidescent.function.Jacobian;
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

  private static final int ANY_DIMENSION = -1;

  /** No constraints. */
  static final Constraints NONE = together(0, 0);

  private final @Nullable Supplier<? extends ConstraintEvaluator> evaluators;
  private final int inequalities;
  private final int equalities;
  private final double tolerance;
  private final boolean differentiable;
  private final int dimension;

  private Constraints(
      @Nullable Supplier<? extends ConstraintEvaluator> evaluators,
      int inequalities,
      int equalities,
      double tolerance,
      boolean differentiable,
      int dimension) {
    this.evaluators = evaluators;
    this.inequalities = Require.atLeast("inequalities", inequalities, 0);
    this.equalities = Require.atLeast("equalities", equalities, 0);
    this.tolerance = tolerance;
    this.differentiable = differentiable;
    this.dimension = dimension;
  }

  private static Constraints of(
      Supplier<? extends ConstraintEvaluator> evaluators, int inequalities, int equalities) {
    return new Constraints(
        evaluators, inequalities, equalities, STANDARD_TOLERANCE, false, ANY_DIMENSION);
  }

  /**
   * Returns constraints that are told together with the objective's value: see {@code AskTell}.
   *
   * @param inequalities how many must be 0 or below, 0 or more; they are told first
   * @param equalities how many must be 0, 0 or more; they are told last
   * @return the constraints
   * @throws IllegalArgumentException if a number is negative
   */
  public static Constraints told(int inequalities, int equalities) {
    return together(inequalities, equalities);
  }

  /** Returns the numbers of constraints that come with the objective: see {@link Constrained}. */
  static Constraints together(int inequalities, int equalities) {
    return new Constraints(
        null, inequalities, equalities, STANDARD_TOLERANCE, false, ANY_DIMENSION);
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
    return of(() -> ConstraintEvaluator.of(functions.get()), inequalities, equalities);
  }

  /**
   * Returns constraints computed by a thread-safe function that takes many positions in one call.
   * Of use where the objective takes batches, too.
   *
   * @param function computes them, called by many threads at once
   * @param inequalities how many must be 0 or below, 0 or more; they come first
   * @param equalities how many must be 0, 0 or more; they come last
   * @return the constraints
   * @throws IllegalArgumentException if a number is negative
   */
  public static Constraints batch(
      ConstraintFunction.Batch function, int inequalities, int equalities) {
    Objects.requireNonNull(function, "function: null (expected: a function of constraints)");
    return of(() -> ConstraintEvaluator.of(function), inequalities, equalities);
  }

  /**
   * Returns the linear inequalities {@code Ax <= b}, whose derivatives are known.
   *
   * @param matrix the rows of A, one entry a coordinate; copied
   * @param bounds the vector b, one entry a row; copied
   * @return the constraints
   * @throws IllegalArgumentException if there are not as many bounds as rows, rows differ in
   *     length, or a number is not finite
   */
  public static Constraints atMost(double[][] matrix, double[] bounds) {
    return linear(new LinearConstraints(matrix, bounds), bounds.length, 0);
  }

  /**
   * Returns the linear equations {@code Ax = b}, whose derivatives are known.
   *
   * @param matrix the rows of A, one entry a coordinate; copied
   * @param bounds the vector b, one entry a row; copied
   * @return the constraints
   * @throws IllegalArgumentException if there are not as many bounds as rows, rows differ in
   *     length, or a number is not finite
   */
  public static Constraints equal(double[][] matrix, double[] bounds) {
    return linear(new LinearConstraints(matrix, bounds), 0, bounds.length);
  }

  private static Constraints linear(LinearConstraints linear, int inequalities, int equalities) {
    return new Constraints(
        () -> linear, inequalities, equalities, STANDARD_TOLERANCE, true, linear.dimension());
  }

  /**
   * Returns these constraints with their derivatives; without them they are finite differences.
   *
   * @param jacobian the derivatives of all of them, called by many threads at once; a row is a
   *     constraint
   * @return the constraints with a Jacobian
   * @throws IllegalStateException if they come with the objective
   */
  public Constraints jacobian(Jacobian jacobian) {
    Objects.requireNonNull(jacobian, "jacobian: null (expected: a function)");
    return jacobianPerWorker(() -> jacobian);
  }

  /**
   * Returns these constraints with derivatives whose function is not thread-safe: each worker gets
   * one of its own.
   *
   * @param jacobians makes a function for a worker; called by many threads at once
   * @return the constraints with a Jacobian
   * @throws IllegalStateException if they come with the objective
   */
  public Constraints jacobianPerWorker(Supplier<? extends Jacobian> jacobians) {
    Objects.requireNonNull(jacobians, "jacobians: null (expected: a supplier of functions)");
    requireApart();
    return new Constraints(
        () -> evaluator().with(jacobians.get()),
        inequalities,
        equalities,
        tolerance,
        true,
        dimension);
  }

  /**
   * Returns these constraints and further ones, evaluated together. The tolerance stays.
   *
   * @param others the further ones
   * @return all of them: these inequalities, those, these equalities, those; their derivatives are
   *     known if those of both are
   * @throws IllegalStateException if one of both comes with the objective
   * @throws IllegalArgumentException if both are linear, of another number of coordinates
   */
  public Constraints and(Constraints others) {
    Objects.requireNonNull(others, "others: null (expected: constraints)");
    requireApart();
    others.requireApart();
    if (dimension != ANY_DIMENSION) {
      others.requireDimension(dimension);
    }
    return new Constraints(
        () -> new JoinedConstraints(this, others),
        inequalities + others.inequalities,
        equalities + others.equalities,
        tolerance,
        differentiable && others.differentiable,
        Math.max(dimension, others.dimension));
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
    return new Constraints(
        evaluators, inequalities, equalities, tolerance, differentiable, dimension);
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
    return evaluators != null;
  }

  /**
   * Tells whether constraints that come apart have an analytic Jacobian. Of those that come with
   * the objective {@link Problem#isDifferentiable} tells.
   *
   * @return whether {@link Evaluator#constraintJacobian} may be called
   */
  public boolean isDifferentiable() {
    return differentiable;
  }

  Constraints withoutJacobian() {
    return new Constraints(evaluators, inequalities, equalities, tolerance, false, dimension);
  }

  /** Refuses linear constraints of another number of coordinates. */
  void requireDimension(int coordinates) {
    if (dimension != ANY_DIMENSION && dimension != coordinates) {
      throw new IllegalArgumentException(
          "matrix: rows of %d numbers (expected: %d, one a coordinate)"
              .formatted(dimension, coordinates));
    }
  }

  private void requireApart() {
    if (evaluators == null) {
      throw new IllegalStateException(
          "constraints: come with an objective (expected: some that come apart)");
    }
  }

  /** Returns a hold for one thread on constraints that come apart. */
  ConstraintEvaluator evaluator() {
    requireApart();
    return Objects.requireNonNull(evaluators).get();
  }
}
