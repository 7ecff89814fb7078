package org.multidescent.function;

/**
 * A noisy function of several real variables whose random numbers are those of a named sample: the
 * same position and sample have the same value, on every thread and machine.
 */
@FunctionalInterface
public interface StochasticObjective {

  /**
   * Returns the value at {@code x} of one sample.
   *
   * @param x the position, one entry a coordinate; on loan for the length of the call
   * @param sample the seed of all that is random in the evaluation, such as {@code new
   *     SplittableRandom(sample)}; another one each time
   * @return the value; its mean over samples is what is minimised
   */
  double value(double[] x, long sample);
}
