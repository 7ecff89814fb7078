package org.multidescent.bench.bbob.largescale;

import org.multidescent.bench.bbob.Instance;
import org.multidescent.bench.bbob.LinearMap;
import org.multidescent.bench.bbob.Transform;

/** The matrices that the instance number decides. */
final class LargeInstance {

  private final Instance instance;
  private final int dimension;

  LargeInstance(int function, int dimension, int instance) {
    this.instance = new Instance(function, dimension, instance);
    this.dimension = dimension;
  }

  Instance instance() {
    return instance;
  }

  int dimension() {
    return dimension;
  }

  double[] xOpt() {
    return instance.xOpt();
  }

  /** Returns what keeps values in the range they have in 40 dimensions. */
  double gamma() {
    return Math.min(1, (double) BlockMatrix.BLOCK / dimension);
  }

  /** Returns the block matrix {@code Q}. */
  BlockMatrix q() {
    return new BlockMatrix(dimension, instance.seed());
  }

  /** Returns the permutation of a number. */
  Permutation permutation(int number) {
    return Permutation.of(dimension, instance.seed() + (long) Instance.ROTATION_OFFSET * number);
  }

  /** Returns {@code Q} between two permutations, the first of which is applied first. */
  LinearMap q(int before, int after) {
    return between(before, q(), after);
  }

  /** Returns {@code R} between two permutations. */
  LinearMap r(int before, int after) {
    long seed = instance.seed() + Instance.ROTATION_OFFSET;
    return between(before, new BlockMatrix(dimension, seed), after);
  }

  /** Returns a map, then conditioning, then another map. */
  LinearMap conditioned(LinearMap first, double condition, LinearMap second) {
    double[] lambda = Transform.conditioning(condition, dimension);
    return x -> second.times(Transform.scale(lambda, first.times(x)));
  }

  private LinearMap between(int before, LinearMap matrix, int after) {
    Permutation first = permutation(before);
    Permutation last = permutation(after);
    return x -> last.times(matrix.times(first.times(x)));
  }
}
