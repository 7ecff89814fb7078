package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.util.Require;
import org.multidescent.util.Room;

/**
 * The article's rule: a point is stuck if its last positions all lie close to the new one.
 *
 * <p>The trace holds a ring of positions. The entry in front of it is the number of positions while
 * the ring is not full, then the length plus the place of the oldest.
 */
record PositionHistory(int length, double epsilon) implements StallRule {

  PositionHistory {
    Require.atLeast("length", length, 1);
    Require.that(epsilon > 0, "epsilon", epsilon, "above 0");
  }

  @Override
  public int memory(int dimension) {
    return Room.ofPoint("positions", 1 + (long) length * dimension, dimension);
  }

  @Override
  public boolean accepts(double[] trace, int dimension, int offset) {
    return Room.isCount(trace[offset], 2.0 * length);
  }

  @Override
  public @Nullable Stall check(Point point, Oracle oracle, int offset) {
    double[] position = point.position();
    double[] trace = point.trace();
    int seen = (int) trace[offset];
    int oldest = seen >= length ? seen - length : seen;
    if (seen >= length && isStuck(position, trace, offset + 1, oldest)) {
      return Stall.STEP;
    }
    for (int i = 0; i < position.length; i++) {
      trace[offset + 1 + oldest * position.length + i] = position[i];
    }
    trace[offset] = seen + 1 < 2 * length ? seen + 1 : length;
    return null;
  }

  /** Looks at the oldest position first: a point that moves is farthest from it. */
  private boolean isStuck(double[] position, double[] trace, int from, int oldest) {
    for (int k = oldest; k < length; k++) {
      if (isFar(position, trace, from + k * position.length)) {
        return false;
      }
    }
    for (int k = 0; k < oldest; k++) {
      if (isFar(position, trace, from + k * position.length)) {
        return false;
      }
    }
    return true;
  }

  private boolean isFar(double[] position, double[] trace, int offset) {
    double sum = 0;
    for (int i = 0; i < position.length; i++) {
      double difference = position[i] - trace[offset + i];
      sum += difference * difference;
    }
    return !(sum < epsilon * epsilon);
  }
}
