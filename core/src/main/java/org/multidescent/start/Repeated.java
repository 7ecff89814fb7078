package org.multidescent.start;

import java.util.Objects;
import org.multidescent.problem.Box;
import org.multidescent.util.Require;

/** Each start of another sequence several times. */
final class Repeated implements Starts {

  private final Starts each;
  private final int times;

  Repeated(Starts each, int times) {
    this.each = Objects.requireNonNull(each, "each: null (expected: starts)");
    Require.atLeast("times", times, 1);
    this.times = times;
  }

  @Override
  public void fill(long seed, long index, Box box, double[] x) {
    Unit.require(index, box, x);
    each.fill(seed, index / times, box, x);
  }

  @Override
  public void validate(Box box) {
    each.validate(box);
  }

  @Override
  public String toString() {
    return times + " times each: " + each;
  }
}
