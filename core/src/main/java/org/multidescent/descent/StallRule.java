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
   * @return null if it goes on, else why it has stalled
   */
  @Nullable Stall check(Point point, Oracle oracle);

  /**
   * Returns the article's rule: stuck if the last positions all lie close to the new one.
   *
   * @param length how many positions are looked at, 1 or more
   * @param epsilon how close they must lie, Euclidean, in working coordinates, above 0
   * @return the rule; it finds {@link Stall#SHORT}
   * @throws IllegalArgumentException if an argument is out of range
   */
  static StallRule trace(int length, double epsilon) {
    return new TraceStallRule(length, epsilon);
  }
}
