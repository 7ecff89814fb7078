package org.multidescent.start;

import java.util.Objects;
import org.multidescent.problem.Box;

/** The centre of the box first, then those of another sequence. */
final class Centred implements Starts {

  private final Starts rest;

  Centred(Starts rest) {
    this.rest = Objects.requireNonNull(rest, "rest: null (expected: starts)");
  }

  @Override
  public void fill(long seed, long index, Box box, double[] x) {
    Unit.require(index, box, x);
    if (index > 0) {
      rest.fill(seed, index - 1, box, x);
      return;
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = Unit.toBox(box, i, 0.5);
    }
  }

  @Override
  public void validate(Box box) {
    rest.validate(box);
  }

  @Override
  public String toString() {
    return "the centre, then " + rest;
  }
}
