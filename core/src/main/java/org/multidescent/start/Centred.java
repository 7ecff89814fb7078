package org.multidescent.start;

import java.util.Objects;
import org.multidescent.problem.Box;

/**
 * The first of another sequence drawn to within a hair's breadth of the centre of the box, then all
 * of that sequence. From the centre itself a descent on a problem that is symmetric about it goes
 * down to a saddle point and stays there: each step keeps what is equal equal.
 */
final class Centred implements Starts {

  private static final double ASIDE = 1e-5;

  private final Starts rest;

  Centred(Starts rest) {
    this.rest = Objects.requireNonNull(rest, "rest: null (expected: starts)");
  }

  @Override
  public void fill(long seed, long index, Box box, double[] x) {
    Unit.require(index, box, x);
    rest.fill(seed, Math.max(0, index - 1), box, x);
    if (index == 0) {
      Unit.towardsCentre(box, x, ASIDE);
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
