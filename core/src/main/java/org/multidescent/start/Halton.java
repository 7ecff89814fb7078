package org.multidescent.start;

import java.util.BitSet;
import org.multidescent.problem.Box;
import org.multidescent.random.Mix;

/** The Halton sequence, each digit of each coordinate permuted. */
final class Halton implements Starts {

  static final int DIMENSIONS = 4096;

  private static final long SALT = 0x68616c746f6eL;
  private static final double NEGLIGIBLE = 0x1p-28;
  private static final int LAST_PRIME = 38_873;
  private static final int[] PRIMES = primes();

  @Override
  public void fill(long seed, long index, Box box, double[] x) {
    Unit.require(index, box, x);
    long key = Mix.mix(seed, SALT);
    int covered = Math.min(x.length, DIMENSIONS);
    for (int i = 0; i < covered; i++) {
      x[i] = Unit.toBox(box, i, inverse(index, PRIMES[i], Mix.mix(key, i)));
    }
    if (covered < x.length) {
      Uniform.fill(seed, index, box, x, covered);
    }
  }

  /**
   * Returns the radical inverse of {@code n}, each digit permuted. Leading zeros are permuted too,
   * down to a weight below which no set of points is large enough to tell; the rest is constant.
   */
  private static double inverse(long n, int base, long key) {
    double sum = 0;
    double weight = 1.0 / base;
    for (int position = 0; n > 0 || weight >= NEGLIGIBLE; position++) {
      sum += weight * Permutation.apply((int) (n % base), base, Mix.mix(key, position));
      n /= base;
      weight /= base;
    }
    sum += weight * base * Mix.unit(Mix.mix(key, -1));
    return Math.min(sum, 1 - 0x1p-53);
  }

  private static int[] primes() {
    BitSet composite = new BitSet(LAST_PRIME + 1);
    for (int p = 2; p * p <= LAST_PRIME; p++) {
      for (int multiple = p * p; multiple <= LAST_PRIME; multiple += p) {
        composite.set(multiple);
      }
    }
    int[] primes = new int[DIMENSIONS];
    int n = 2;
    for (int i = 0; i < DIMENSIONS; i++) {
      n = composite.nextClearBit(n);
      primes[i] = n++;
    }
    return primes;
  }

  @Override
  public String toString() {
    return "halton";
  }
}
