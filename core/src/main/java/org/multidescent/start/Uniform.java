package org.multidescent.start;

import org.multidescent.problem.Box;
import org.multidescent.random.Mix;

/** Independent, uniformly distributed starts. */
final class Uniform implements Starts {

  private static final long SALT = 0x756e69666f726dL;

  @Override
  public void fill(long seed, long index, Box box, double[] x) {
    Unit.require(index, box, x);
    fill(seed, index, box, x, 0);
  }

  /** Fills the coordinates from one on: for sequences that end at some dimension. */
  static void fill(long seed, long index, Box box, double[] x, int from) {
    long key = Mix.mix(Mix.mix(seed, SALT), index);
    for (int i = from; i < x.length; i++) {
      x[i] = Unit.toBox(box, i, Mix.unit(Mix.at(key, i)));
    }
  }

  @Override
  public String toString() {
    return "uniform";
  }
}
