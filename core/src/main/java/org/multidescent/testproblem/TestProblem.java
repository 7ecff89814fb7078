package org.multidescent.testproblem;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.problem.Problem;
import org.multidescent.util.Require;

/**
 * A test problem with a known global minimum. Immutable, and as thread-safe as its problem.
 *
 * @param name a short lower-case name, as on the command line of the benchmarks
 * @param problem the problem, with an analytic gradient where one is known
 * @param minimum the least value in the bounds
 * @param everywhere whether nothing lower lies outside the bounds either
 * @param minimiser a position in the box where the minimum is attained, or null if none is given;
 *     copied on the way in and out
 */
@SuppressWarnings("NullAway") // It does not read annotations of arrays in records.
public record TestProblem(
    String name,
    Problem problem,
    double minimum,
    boolean everywhere,
    double @Nullable [] minimiser) {

  /**
   * Creates a landscape.
   *
   * @param name as above
   * @param problem as above
   * @param minimum as above, finite
   * @param everywhere as above
   * @param minimiser as above
   * @throws IllegalArgumentException if the minimum is not finite, or the minimiser lies outside
   *     the problem's box
   */
  public TestProblem {
    Objects.requireNonNull(name, "name: null (expected: a short name)");
    Objects.requireNonNull(problem, "problem: null (expected: a problem)");
    Require.that(Double.isFinite(minimum), "minimum", minimum, "a finite value");
    if (minimiser != null) {
      minimiser = minimiser.clone();
      if (!problem.startBox().contains(minimiser)) {
        throw new IllegalArgumentException(
            "minimiser: of "
                + name
                + ", outside its box (expected: a position in "
                + problem.startBox()
                + ")");
      }
    }
  }

  /**
   * Creates a landscape of which only the minimum in the bounds is known.
   *
   * @param name a short lower-case name
   * @param problem the problem
   * @param minimum the least value in the bounds, finite
   * @throws IllegalArgumentException if the minimum is not finite
   */
  public TestProblem(String name, Problem problem, double minimum) {
    this(name, problem, minimum, false, null);
  }

  /**
   * Returns a position where the minimum is attained.
   *
   * @return a copy of the minimiser, or null if none is known
   */
  @Override
  public double @Nullable [] minimiser() {
    return minimiser == null ? null : minimiser.clone();
  }

  /**
   * Returns the value at which a run counts as solved: {@code minimum + 1e-4 max(1, |minimum|)}.
   *
   * @return the target
   */
  public double target() {
    return minimum + 1e-4 * Math.max(1, Math.abs(minimum));
  }

  /**
   * Returns this landscape moved in its box, so that the minimiser no longer lies at the centre:
   * along each coordinate it comes to lie between 0.1 and 0.3 of the width away from it, on either
   * side. The box, the bounds and the minimum stay.
   *
   * <p>A position of the moved landscape may correspond to one outside the old box. If the minimum
   * is known to hold {@link #everywhere}, the function is evaluated there; else at the nearest
   * position of the old box, and {@code max(1, |minimum|)} times the squared distance from it, in
   * widths of the box, is added.
   *
   * @param seed chooses the new position of the minimiser
   * @return the moved landscape, its name with {@code -shifted} added
   * @throws IllegalStateException if no minimiser is known
   */
  public TestProblem shifted(long seed) {
    return Motion.shift(this, seed).apply(this, name + "-shifted");
  }

  /**
   * Returns this landscape turned about its minimiser by an orthogonal matrix, which makes a
   * separable function a coupled one. The box, the bounds, the minimiser and the minimum stay;
   * positions that correspond to one outside the old box are treated as in {@link #shifted}.
   *
   * @param seed chooses the matrix, uniformly among the orthogonal ones
   * @return the turned landscape, its name with {@code -rotated} added
   * @throws IllegalStateException if no minimiser is known
   */
  public TestProblem rotated(long seed) {
    return Motion.rotation(this, seed).apply(this, name + "-rotated");
  }

  TestProblem named(String other) {
    return new TestProblem(other, problem, minimum, everywhere, minimiser);
  }
}
