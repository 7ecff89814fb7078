package org.multidescent.bench.bbob.largescale;

import org.multidescent.bench.bbob.BbobRandom;
import org.multidescent.bench.bbob.LinearMap;

/**
 * A permutation of coordinates made by exchanges over at most a third of their number; the identity
 * where one block is the whole matrix.
 *
 * @param order which coordinate comes to each place
 */
record Permutation(int[] order) implements LinearMap {

  static Permutation of(int dimension, long seed) {
    int[] order = new int[dimension];
    for (int i = 0; i < dimension; i++) {
      order[i] = i;
    }
    if (dimension > BlockMatrix.BLOCK) {
      exchange(order, seed);
    }
    return new Permutation(order);
  }

  private static void exchange(int[] order, long seed) {
    int last = order.length - 1;
    int reach = order.length / 3;
    int[] turns = BbobRandom.permutation(order.length, seed);
    for (int t = 0; t < turns.length; t++) {
      int i = turns[t];
      int low = Math.max(0, i - reach);
      int high = Math.min(last, i + reach);
      double w = BbobRandom.uniform(1, seed + 1000L * (t + 1))[0];
      int j = low + (int) Math.floor(w * (high - low));
      if (j >= i) {
        j++;
      }
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  @Override
  public double[] times(double[] x) {
    double[] permuted = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      permuted[i] = x[order[i]];
    }
    return permuted;
  }
}
