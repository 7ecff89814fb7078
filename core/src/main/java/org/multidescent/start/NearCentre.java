package org.multidescent.start;

import java.util.Objects;
import org.multidescent.problem.Box;

/** The first of another sequence drawn near to the centre of the box, then the others of it. */
final class NearCentre implements Starts {

  private static final double SHARE = 0.1;

  private final Starts all;

  NearCentre(Starts all) {
    this.all = Objects.requireNonNull(all, "all: null (expected: starts)");
  }

  @Override
  public void fill(long seed, long index, Box box, double[] x) {
    all.fill(seed, index, box, x);
    if (index == 0) {
      Unit.towardsCentre(box, x, SHARE);
    }
  }

  @Override
  public void validate(Box box) {
    all.validate(box);
  }

  @Override
  public String toString() {
    return all + ", the first near the centre";
  }
}
