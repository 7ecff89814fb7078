package org.multidescent.function;

/**
 * The gradient of a loss over a named sample of the data, such as a mini-batch: the same position
 * and sample have the same gradient, on every thread and machine.
 */
@FunctionalInterface
public interface StochasticGradient {

  /**
   * Computes the gradient at {@code x} of the loss over one sample.
   *
   * @param x the position, one entry a coordinate; on loan for the length of the call
   * @param sample the seed of all that is random in the evaluation, such as which data are drawn by
   *     {@code new SplittableRandom(sample)}; another one each time
   * @param gradient receives one partial derivative a coordinate; its mean over samples is the
   *     gradient of what is minimised. An entry that is not written is not a number
   */
  void gradient(double[] x, long sample, double[] gradient);
}
