package org.multidescent.bench.bbob;

/** A linear map of R^D into itself. Immutable, thread-safe. */
@FunctionalInterface
public interface LinearMap {

  /**
   * Returns the image of a vector.
   *
   * @param x the vector, which stays as it is
   * @return a new vector
   */
  double[] times(double[] x);
}
