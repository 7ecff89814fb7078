package org.multidescent.function;

/** A function of several real variables, to be minimised. */
@FunctionalInterface
public interface Objective {

  /**
   * Returns the value at {@code x}. NaN and the infinities are allowed: the search treats such a
   * position as broken.
   *
   * @param x the position, one entry a coordinate; on loan for the length of the call: what is
   *     written into it is ignored, and its content changes after the call
   * @return the value at {@code x}
   */
  double value(double[] x);
}
