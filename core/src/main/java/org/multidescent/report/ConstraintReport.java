package org.multidescent.report;

import java.util.Arrays;
import java.util.Objects;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Problem;
import org.multidescent.sqp.Sqp;

/**
 * The constraints of a problem at one position, such as the best a search found.
 *
 * @param value the objective there
 * @param constraints the constraints there: those that must be 0 or below, then those that must be
 *     0
 * @param multipliers what the least value falls by for each unit a constraint is relaxed by, at an
 *     optimum; 0 or more for inequalities, 0 for those that are not active
 * @param violation the sum of the violations; 0 if each constraint holds within the tolerance
 * @param tolerance within how much of 0 each constraint counts as satisfied
 */
public record ConstraintReport(
    double value, double[] constraints, double[] multipliers, double violation, double tolerance) {

  /**
   * Creates a report.
   *
   * @param value as above
   * @param constraints as above; copied
   * @param multipliers as above; copied
   * @param violation as above
   * @param tolerance as above
   */
  public ConstraintReport {
    constraints = constraints.clone();
    multipliers = multipliers.clone();
  }

  /**
   * Evaluates a position, and derivatives there for the multipliers, or central differences where
   * these are not known: up to {@code 2 d + 1} evaluations in d dimensions, or twice as many calls
   * where constraints come apart.
   *
   * @param problem a problem under constraints
   * @param x a position inside its bounds; not changed
   * @return the report
   * @throws IllegalArgumentException if the problem has no constraints, or the position is not
   *     inside its bounds
   */
  public static ConstraintReport of(Problem problem, double[] x) {
    Objects.requireNonNull(problem, "problem: null (expected: a problem under constraints)");
    if (!problem.isConstrained()) {
      throw new IllegalArgumentException(
          "problem: no constraints (expected: a problem under constraints)");
    }
    if (!problem.bounds().contains(x)) {
      throw new IllegalArgumentException(
          "x: " + Arrays.toString(x) + " (expected: a position inside " + problem.bounds() + ")");
    }
    Constraints under = problem.constraints();
    BoxedFunction function = new BoxedFunction(problem);
    double[] u = function.inside(x);
    double[] constraints = new double[under.count()];
    double value = function.evaluate(u, constraints);
    double[] multipliers = new double[under.count()];
    Sqp rule = new Sqp(function, under.tolerance());
    double[] memory = new double[rule.memory()];
    rule.begin(memory, u, value, constraints);
    rule.measureMultipliers(memory, multipliers);
    return new ConstraintReport(
        value, constraints, multipliers, under.violation(constraints), under.tolerance());
  }

  /**
   * Returns the constraints' values.
   *
   * @return a copy, one a constraint
   */
  @Override
  public double[] constraints() {
    return constraints.clone();
  }

  /**
   * Returns the multipliers.
   *
   * @return a copy, one a constraint
   */
  @Override
  public double[] multipliers() {
    return multipliers.clone();
  }

  /**
   * Tells whether a constraint is active: it could not be relaxed without a better value.
   *
   * @param constraint its index
   * @return whether its multiplier differs from 0
   */
  public boolean isActive(int constraint) {
    return multipliers[constraint] != 0;
  }

  /**
   * Tells whether all constraints hold.
   *
   * @return whether the violation is 0
   */
  public boolean isFeasible() {
    return violation == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConstraintReport report
        && Double.compare(value, report.value) == 0
        && Arrays.equals(constraints, report.constraints)
        && Arrays.equals(multipliers, report.multipliers)
        && Double.compare(violation, report.violation) == 0
        && Double.compare(tolerance, report.tolerance) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hash(value, violation, tolerance)
        + 31 * Arrays.hashCode(constraints)
        + Arrays.hashCode(multipliers);
  }

  @Override
  public String toString() {
    return "ConstraintReport[value=%s, constraints=%s, multipliers=%s, violation=%s, tolerance=%s]"
        .formatted(
            value,
            Arrays.toString(constraints),
            Arrays.toString(multipliers),
            violation,
            tolerance);
  }
}
