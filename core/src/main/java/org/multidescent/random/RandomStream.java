package org.multidescent.random;

import java.util.random.RandomGenerator;
import org.multidescent.util.Require;

/**
 * A stream of random numbers whose state is one long: it can be read, stored and restored. The same
 * on every platform and JDK as far as {@link #nextLong}, {@link #nextInt(int)}, {@link
 * #nextDouble()}, {@link #nextDouble(double, double)} and {@link #nextGaussian()} go. Not
 * thread-safe: one owner at a time.
 */
public final class RandomStream implements RandomGenerator {

  private long state;

  private RandomStream(long state) {
    this.state = state;
  }

  /**
   * Creates the stream of one owner.
   *
   * @param seed the search's seed
   * @param id whose stream it is
   * @param generation which stream of that owner, such as how often its place was taken again
   */
  public RandomStream(long seed, long id, long generation) {
    this(Mix.mix(Mix.mix(seed, id), generation));
  }

  /**
   * Returns a stream that goes on from a stored state.
   *
   * @param state what {@link #state()} returned
   * @return the stream, at the same place
   */
  public static RandomStream resumed(long state) {
    return new RandomStream(state);
  }

  /**
   * Returns the state, which tells all numbers to come.
   *
   * @return the state
   */
  public long state() {
    return state;
  }

  /**
   * Puts the stream at a stored state.
   *
   * @param state what {@link #state()} returned
   */
  public void restore(long state) {
    this.state = state;
  }

  @Override
  public long nextLong() {
    state += Mix.GAMMA;
    return Mix.at(state, 0);
  }

  @Override
  public double nextDouble() {
    return Mix.unit(nextLong());
  }

  @Override
  public double nextDouble(double origin, double bound) {
    if (!(origin < bound) || Double.isInfinite(bound - origin)) {
      throw new IllegalArgumentException(
          "bound: " + bound + " (expected: above origin = " + origin + ", at a finite distance)");
    }
    double value = origin + nextDouble() * (bound - origin);
    return value < bound ? value : Math.nextDown(bound);
  }

  /**
   * Returns a number from 0 to below a bound; the bias is below {@code bound / 2^63}.
   *
   * @param bound 1 or more
   * @return a number in [0, bound)
   */
  @Override
  public int nextInt(int bound) {
    Require.atLeast("bound", bound, 1);
    return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
  }

  /**
   * Returns a normally distributed number, by Marsaglia's polar method; the second number of each
   * pair is not kept, so that the state stays one long.
   *
   * @return a number with mean 0 and standard deviation 1
   */
  @Override
  public double nextGaussian() {
    double v;
    double s;
    do {
      v = 2 * nextDouble() - 1;
      double w = 2 * nextDouble() - 1;
      s = v * v + w * w;
    } while (s >= 1 || s == 0);
    return v * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
  }
}
