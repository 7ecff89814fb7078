package org.multidescent.landscape;

import java.util.Objects;
import org.multidescent.problem.Problem;

/**
 * A test problem with a known global minimum.
 *
 * @param name a short lower-case name, as on the command line of the benchmarks
 * @param problem the problem, with an analytic gradient where one is known
 * @param minimum the least value in the walls
 */
public record Landscape(String name, Problem problem, double minimum) {

  /**
   * Creates a landscape.
   *
   * @param name as above
   * @param problem as above
   * @param minimum as above, finite
   */
  public Landscape {
    Objects.requireNonNull(name, "name: null (expected: a short name)");
    Objects.requireNonNull(problem, "problem: null (expected: a problem)");
    if (Double.isNaN(minimum) || Double.isInfinite(minimum)) {
      throw new IllegalArgumentException("minimum: " + minimum + " (expected: a finite value)");
    }
  }

  /**
   * Returns the value at which a run counts as solved: {@code minimum + 1e-4 max(1, |minimum|)}.
   *
   * @return the target
   */
  public double target() {
    return minimum + 1e-4 * Math.max(1, Math.abs(minimum));
  }
}
