package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/**
 * When a point that still moves has nonetheless come to rest. An immutable value, shared by all
 * threads; what it remembers it keeps in the point.
 */
public interface StallRule {

  /**
   * Returns how much a point must remember for this rule.
   *
   * @param dimension the number of coordinates
   * @return the length of its share of {@link Point#trace()}
   */
  int memory(int dimension);

  /**
   * Looks at a point after a step that moved it.
   *
   * @param point the point, owned by the caller
   * @param oracle the caller's oracle
   * @param offset where this rule's share of {@link Point#trace()} begins
   * @return null if it goes on, else why it has stalled
   */
  @Nullable Stall check(Point point, Oracle oracle, int offset);

  /**
   * Tells whether a point may have this trace, which was read from a file: what the rule takes for
   * a count or an index must be one.
   *
   * @param trace all that stall rules remember of the point
   * @param dimension the number of coordinates
   * @param offset where this rule's share begins
   * @return whether the rule may look at it; by default true
   */
  default boolean accepts(double[] trace, int dimension, int offset) {
    return true;
  }

  /**
   * Returns a rule that finds a stall where this one or another does.
   *
   * @param other the rule asked if this one finds none
   * @return both rules
   */
  default StallRule or(StallRule other) {
    return new EitherRule(this, other);
  }

  /**
   * Returns the default: accurate, and still cheap.
   *
   * @return the rule; it finds {@link Stall#VALUE}
   */
  static StallRule standard() {
    return value(1e-16, 10_000);
  }

  /**
   * Returns a rule for the last digits of a result, to go on with where {@link #standard()} has
   * stalled; it keeps its trace in the same form.
   *
   * @return the rule; it finds {@link Stall#VALUE}
   */
  static StallRule polish() {
    return value(0, 1);
  }

  /**
   * Returns a rule on the gradient. It takes the gradient of the new position, which the next step
   * then finds known.
   *
   * @param tolerance the steepest slope along a coordinate that counts as flat: the change of the
   *     value over the length of the box, as a fraction of the scale of values; 0 or more
   * @return the rule; it finds {@link Stall#GRADIENT}
   * @throws IllegalArgumentException if {@code tolerance} is negative or not finite
   */
  static StallRule gradient(double tolerance) {
    return new GradientConvergence(tolerance);
  }

  /**
   * Returns a rule on the length of a step.
   *
   * @param tolerance the longest move of a coordinate that counts as none, as a fraction of the
   *     box, 0 or more
   * @return the rule; it finds {@link Stall#STEP}
   * @throws IllegalArgumentException if {@code tolerance} is negative or not finite
   */
  static StallRule step(double tolerance) {
    return new StepConvergence(tolerance);
  }

  /**
   * Returns a rule on the value, against a threshold made of a fraction of the range of values (the
   * spread of the starts, or the descent's own range if that is wider) and of floating-point noise:
   * two steps in a row change the value by no more; or the gains of the steps shrink so fast that
   * all further ones together are worth no more; or a hundred steps bring no lower value. Adding a
   * constant to the objective changes the noise alone.
   *
   * @param tolerance the fraction of the range, 0 or more
   * @param ulps the noise, in units of the last place of the value, 0 or more
   * @return the rule; it finds {@link Stall#VALUE}
   * @throws IllegalArgumentException if an argument is negative or not finite
   */
  static StallRule value(double tolerance, double ulps) {
    return new ValueConvergence(tolerance, ulps);
  }

  /**
   * Returns the article's rule: stuck if the last positions all lie close to the new one.
   *
   * @param length how many positions are looked at, 1 or more
   * @param epsilon how close they must lie, Euclidean, in working coordinates, above 0
   * @return the rule; it finds {@link Stall#STEP}
   * @throws IllegalArgumentException if an argument is out of range
   */
  static StallRule positions(int length, double epsilon) {
    return new PositionHistory(length, epsilon);
  }
}
