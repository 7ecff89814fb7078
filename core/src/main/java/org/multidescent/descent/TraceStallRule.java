package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/**
 * The article's rule: a point is stuck if its last positions all lie close to the new one.
 *
 * <p>The trace holds a ring of positions, behind the number of positions seen so far.
 */
record TraceStallRule(int length, double epsilon) implements StallRule {

  TraceStallRule {
    if (length < 1) {
      throw new IllegalArgumentException("length: " + length + " (expected: 1 or more)");
    }
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon: " + epsilon + " (expected: above 0)");
    }
  }

  @Override
  public int memory(int dimension) {
    return 1 + length * dimension;
  }

  @Override
  public @Nullable Stall check(Point point, Oracle oracle, int offset) {
    double[] position = point.position();
    double[] trace = point.trace();
    long seen = (long) trace[offset];
    boolean stuck = seen >= length;
    for (int k = 0; stuck && k < length; k++) {
      stuck =
          squaredDistance(position, trace, offset + 1 + k * position.length) < epsilon * epsilon;
    }
    if (stuck) {
      return Stall.SHORT;
    }
    int slot = (int) (seen % length);
    System.arraycopy(position, 0, trace, offset + 1 + slot * position.length, position.length);
    trace[offset] = seen + 1;
    return null;
  }

  private static double squaredDistance(double[] position, double[] trace, int offset) {
    double sum = 0;
    for (int i = 0; i < position.length; i++) {
      double difference = position[i] - trace[offset + i];
      sum += difference * difference;
    }
    return sum;
  }
}
