package org.multidescent.start;

import org.multidescent.problem.Box;
import org.multidescent.random.Mix;

/**
 * The Sobol sequence, digitally shifted: each coordinate's bits flipped by a mask from the seed.
 */
final class Sobol implements Starts {

  private static final long SALT = 0x736f626f6cL;

  @Override
  public void fill(long seed, long index, Box box, double[] x) {
    Unit.require(index, box, x);
    long shift = Mix.mix(seed, SALT);
    int covered = Math.min(x.length, SobolTable.DIMENSIONS);
    for (int i = 0; i < covered; i++) {
      x[i] = Unit.toBox(box, i, Mix.unit(SobolTable.point(i, index) ^ Mix.at(shift, i)));
    }
    if (covered < x.length) {
      Uniform.fill(seed, index, box, x, covered);
    }
  }

  @Override
  public String toString() {
    return "sobol";
  }
}
