package org.multidescent.bench.problems;

import org.multidescent.function.ConstrainedObjective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constrained;
import org.multidescent.problem.Problem;
import org.multidescent.testproblem.TestProblem;

/**
 * A problem with nonlinear constraints whose least feasible value is known. Immutable, thread-safe.
 *
 * @param name a short lower-case name
 * @param box where starts are drawn from, and the bounds
 * @param inequalities how many constraints are of the form c(x) &lt;= 0; they come first
 * @param equalities how many are of the form c(x) = 0; they come last
 * @param objective the objective with its constraints
 * @param minimum the least value known where the constraints hold
 * @param minimiser where it is attained; copied on the way in and out
 */
public record ConstrainedProblem(
    String name,
    Box box,
    int inequalities,
    int equalities,
    ConstrainedObjective objective,
    double minimum,
    double[] minimiser) {

  /**
   * Creates a problem.
   *
   * @param name as above
   * @param box as above
   * @param inequalities as above
   * @param equalities as above
   * @param objective as above
   * @param minimum as above
   * @param minimiser as above
   */
  public ConstrainedProblem {
    minimiser = minimiser.clone();
  }

  @Override
  public double[] minimiser() {
    return minimiser.clone();
  }

  /**
   * Returns how many constraints there are.
   *
   * @return inequalities and equalities
   */
  public int constraints() {
    return inequalities + equalities;
  }

  /**
   * Returns the problem in which each equality c(x) = 0 is replaced by two inequalities, c(x) &lt;=
   * tolerance and -c(x) &lt;= tolerance, as competitions count them.
   *
   * @param tolerance 0 or more
   * @return the problem with {@code inequalities() + 2 equalities()} inequalities
   */
  public ConstrainedProblem relaxed(double tolerance) {
    int first = inequalities;
    int count = equalities;
    ConstrainedObjective strict = objective;
    ConstrainedObjective relaxed =
        (x, constraints) -> {
          double value = strict.value(x, constraints);
          for (int j = first; j < first + count; j++) {
            double equation = constraints[j];
            constraints[j] = equation - tolerance;
            constraints[count + j] = -equation - tolerance;
          }
          return value;
        };
    return new ConstrainedProblem(
        name, box, inequalities + 2 * equalities, 0, relaxed, minimum, minimiser);
  }

  /**
   * Returns the problem for a search.
   *
   * @return the problem under its constraints, which come with the objective
   */
  public Problem problem() {
    return Constrained.of(objective, inequalities, equalities).problem(box);
  }

  /**
   * Returns the test problem of the competition: equalities count as met within a tolerance.
   *
   * @param tolerance of equalities, 0 or more
   * @return the problem with its least value
   */
  public TestProblem testProblem(double tolerance) {
    return new TestProblem(name, relaxed(tolerance).problem(), minimum, false, minimiser);
  }
}
