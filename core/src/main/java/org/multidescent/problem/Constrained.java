package org.multidescent.problem;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * An objective to be minimised whose constraints come with it, as those of a simulation do: one
 * evaluation computes all of them at one position. Constraints that are computed apart are given by
 * {@link Problem#subjectTo} instead.
 *
 * <pre>{@code
 * Problem problem = Constrained.of(simulation, 2, 0).tolerance(1e-6).problem(box);
 * }</pre>
 *
 * <p>Immutable: each setting returns a new description.
 */
public final class Constrained {

  private final Supplier<? extends ConstrainedObjective> objectives;
  private final Constraints constraints;

  private Constrained(
      Supplier<? extends ConstrainedObjective> objectives, Constraints constraints) {
    this.objectives = objectives;
    this.constraints = constraints;
  }

  /**
   * Returns a thread-safe objective with its constraints.
   *
   * @param objective computes both, called by many threads at once
   * @param inequalities how many must be 0 or below, 0 or more; they come first
   * @param equalities how many must be 0, 0 or more; they come last
   * @return the description
   * @throws IllegalArgumentException if a number is negative
   */
  public static Constrained of(ConstrainedObjective objective, int inequalities, int equalities) {
    Objects.requireNonNull(objective, "objective: null (expected: a constrained objective)");
    return perWorker(() -> objective, inequalities, equalities);
  }

  /**
   * Returns an objective with its constraints that is not thread-safe: each worker gets one of its
   * own.
   *
   * @param objectives makes an objective for a worker; called by many threads at once
   * @param inequalities how many must be 0 or below, 0 or more; they come first
   * @param equalities how many must be 0, 0 or more; they come last
   * @return the description
   * @throws IllegalArgumentException if a number is negative
   */
  public static Constrained perWorker(
      Supplier<? extends ConstrainedObjective> objectives, int inequalities, int equalities) {
    Objects.requireNonNull(objectives, "objectives: null (expected: a supplier of objectives)");
    return new Constrained(objectives, Constraints.together(inequalities, equalities));
  }

  /**
   * Sets within how much of 0 a constraint counts as satisfied.
   *
   * @param tolerance in each constraint's own unit, above 0; {@link Constraints#STANDARD_TOLERANCE}
   *     by default
   * @return the description with that tolerance
   * @throws IllegalArgumentException if the tolerance is not a positive number
   */
  public Constrained tolerance(double tolerance) {
    return new Constrained(objectives, constraints.tolerance(tolerance));
  }

  /**
   * Returns the problem of minimising this objective under its constraints.
   *
   * @param box where starts are drawn from, and the bounds; finite
   * @return the problem
   * @throws IllegalArgumentException if the box is not finite, or wider than a number can tell
   */
  public Problem problem(Box box) {
    int dimension = BoxRequirements.finite(box).dimension();
    int count = constraints.count();
    return new Problem(
        ProblemParts.of(
                box,
                () ->
                    new TogetherEvaluator(
                        Objects.requireNonNull(
                            objectives.get(), "objectives: supplied null (expected: an objective)"),
                        dimension,
                        count))
            .with(constraints));
  }
}
