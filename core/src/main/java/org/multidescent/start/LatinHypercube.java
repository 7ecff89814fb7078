package org.multidescent.start;

import org.multidescent.problem.Box;
import org.multidescent.random.Mix;
import org.multidescent.util.Require;

/** Latin hypercube designs, one after the other; within an interval the place is uniform. */
final class LatinHypercube implements Starts {

  private static final long SALT = 0x6c6174696eL;

  private final int size;

  LatinHypercube(int size) {
    Require.atLeast("size", size, 1);
    this.size = size;
  }

  @Override
  public void fill(long seed, long index, Box box, double[] x) {
    Unit.require(index, box, x);
    long design = Mix.mix(Mix.mix(seed, SALT), index / size);
    int member = (int) (index % size);
    for (int i = 0; i < x.length; i++) {
      long key = Mix.mix(design, i);
      int interval = Permutation.apply(member, size, key);
      x[i] = Unit.toBox(box, i, (interval + Mix.unit(Mix.mix(key, member))) / size);
    }
  }

  @Override
  public String toString() {
    return "latin hypercube of " + size;
  }
}
