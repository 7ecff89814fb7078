package org.multidescent.problem;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.ConstrainedObjective;
import org.multidescent.function.ConstrainedObjective.Batch;
import org.multidescent.function.ConstrainedObjective.WithDerivatives;

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

  private final @Nullable Supplier<? extends ConstrainedObjective> objectives;
  private final @Nullable Supplier<? extends WithDerivatives> derivatives;
  private final @Nullable Batch batch;
  private final Constraints constraints;

  private Constrained(
      @Nullable Supplier<? extends ConstrainedObjective> objectives,
      @Nullable Supplier<? extends WithDerivatives> derivatives,
      @Nullable Batch batch,
      Constraints constraints) {
    this.objectives = objectives;
    this.derivatives = derivatives;
    this.batch = batch;
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
    return new Constrained(objectives, null, null, Constraints.together(inequalities, equalities));
  }

  /**
   * Returns a thread-safe objective with its constraints that takes many positions in one call.
   * Starts, finite differences and the candidates of a perturbation are handed over together.
   *
   * @param objective computes both, called by many threads at once
   * @param inequalities how many must be 0 or below, 0 or more; they come first
   * @param equalities how many must be 0, 0 or more; they come last
   * @return the description
   * @throws IllegalArgumentException if a number is negative
   */
  public static Constrained batch(Batch objective, int inequalities, int equalities) {
    Objects.requireNonNull(objective, "objective: null (expected: a batch objective)");
    ConstrainedObjective single =
        (x, c) -> {
          double[] value = {Double.NaN};
          BatchOfOne.make(() -> objective.values(x, 1, value, c));
          return value[0];
        };
    return new Constrained(
        () -> single, null, objective, Constraints.together(inequalities, equalities));
  }

  /**
   * Returns a thread-safe objective with its constraints that computes all derivatives in the same
   * call. Each such call is one evaluation with gradient; a search makes no other.
   *
   * @param objective computes all of it, called by many threads at once
   * @param inequalities how many must be 0 or below, 0 or more; they come first
   * @param equalities how many must be 0, 0 or more; they come last
   * @return the description
   * @throws IllegalArgumentException if a number is negative
   */
  public static Constrained withDerivatives(
      WithDerivatives objective, int inequalities, int equalities) {
    Objects.requireNonNull(objective, "objective: null (expected: an objective with derivatives)");
    return withDerivativesPerWorker(() -> objective, inequalities, equalities);
  }

  /**
   * Returns an objective as of {@link #withDerivatives} that is not thread-safe: each worker gets
   * one of its own.
   *
   * @param objectives makes an objective for a worker; called by many threads at once
   * @param inequalities how many must be 0 or below, 0 or more; they come first
   * @param equalities how many must be 0, 0 or more; they come last
   * @return the description
   * @throws IllegalArgumentException if a number is negative
   */
  public static Constrained withDerivativesPerWorker(
      Supplier<? extends WithDerivatives> objectives, int inequalities, int equalities) {
    Objects.requireNonNull(objectives, "objectives: null (expected: a supplier of objectives)");
    return new Constrained(null, objectives, null, Constraints.together(inequalities, equalities));
  }

  /**
   * Sets how derivatives are computed where they are wanted; values alone are cheaper. Each such
   * call is one evaluation with gradient. Without it derivatives are finite differences.
   *
   * @param derivatives computes objective, constraints and the derivatives of all of them, called
   *     by many threads at once
   * @return the description with derivatives
   */
  public Constrained derivatives(WithDerivatives derivatives) {
    Objects.requireNonNull(derivatives, "derivatives: null (expected: a function)");
    return new Constrained(objectives, () -> derivatives, batch, constraints);
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
    return new Constrained(objectives, derivatives, batch, constraints.tolerance(tolerance));
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
    ProblemParts parts =
        ProblemParts.of(box, () -> evaluator(dimension))
            .fused(objectives == null)
            .withGradient(derivatives != null)
            .with(constraints);
    return new Problem(batch == null ? parts : parts.asBatch());
  }

  private Evaluator evaluator(int dimension) {
    return new TogetherEvaluator(
        supplied(objectives), supplied(derivatives), batch, dimension, constraints.count());
  }

  private static <T> @Nullable T supplied(@Nullable Supplier<? extends T> supplier) {
    return supplier == null
        ? null
        : Objects.requireNonNull(
            supplier.get(), "objectives: supplied null (expected: an objective)");
  }
}
