package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/**
 * How a point takes one step downhill. An immutable value, shared by all threads: everything it
 * remembers between steps it keeps in the point, so that a point may be suspended after any step
 * and resumed by another thread with the same result to the last bit.
 */
public interface StepRule {

  /**
   * Returns how much a point must remember for this rule.
   *
   * @param dimension the number of coordinates
   * @return the length of {@link Point#memory()}
   */
  int memory(int dimension);

  /**
   * Takes one step. Changes the point's position and value only when the step is complete, so that
   * a {@link Halt} thrown by the oracle leaves a point that can be resumed.
   *
   * @param point the point, owned by the caller
   * @param oracle the caller's oracle
   * @return null if the point moved, else why it cannot
   */
  @Nullable Stall step(Point point, Oracle oracle);

  /**
   * Returns the article's rule: {@code x <- x - dt * gradient}, projected onto the walls.
   *
   * @param dt the step size, above 0
   * @return the rule
   * @throws IllegalArgumentException if {@code dt} is not a positive number
   */
  static StepRule euler(double dt) {
    return new EulerRule(dt);
  }
}
