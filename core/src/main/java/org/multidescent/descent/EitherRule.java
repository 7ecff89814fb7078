package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/** Either of two rules, the first asked first; their shares of the trace lie side by side. */
record EitherRule(StallRule first, StallRule second) implements StallRule {

  @Override
  public int memory(int dimension) {
    return first.memory(dimension) + second.memory(dimension);
  }

  @Override
  public boolean accepts(double[] trace, int dimension, int offset) {
    return first.accepts(trace, dimension, offset)
        && second.accepts(trace, dimension, offset + first.memory(dimension));
  }

  @Override
  public @Nullable Stall check(Point point, Oracle oracle, int offset) {
    Stall stall = first.check(point, oracle, offset);
    return stall != null
        ? stall
        : second.check(point, oracle, offset + first.memory(oracle.dimension()));
  }
}
