package org.multidescent.random;

/**
 * Hashes of 64-bit keys, from which all of the library's random numbers come. Stateless.
 *
 * <p>The mixing function and the increment are those of SplitMix64 (Steele, Lea, Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014), with the constants of Stafford's
 * variant 13. Streams whose states are spaced by that increment are one stream, shifted; so a state
 * is always the result of {@link #mix}, never a sum.
 */
public final class Mix {

  /** The increment of a stream's state: the golden ratio in 64 bits, odd. */
  static final long GAMMA = 0x9e3779b97f4a7c15L;

  private Mix() {}

  /**
   * Returns a key that depends on every bit of both arguments.
   *
   * @param seed a seed or another key
   * @param a what the key is for: an index, an id, a constant
   * @return the key; for a fixed seed, different ones for different {@code a}
   */
  public static long mix(long seed, long a) {
    return at(scramble(seed + GAMMA), a);
  }

  /**
   * Returns one number of the SplitMix64 stream that begins at a key.
   *
   * @param key the key, from {@link #mix}
   * @param index which number of the stream
   * @return 64 random bits
   */
  public static long at(long key, long index) {
    return scramble(key + index * GAMMA);
  }

  /**
   * Returns 64 random bits as a number from 0 to below 1.
   *
   * @param bits random bits, of which the upper 53 are used
   * @return a multiple of 2<sup>-53</sup> in [0, 1)
   */
  public static double unit(long bits) {
    return (bits >>> 11) * 0x1p-53;
  }

  private static long scramble(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
