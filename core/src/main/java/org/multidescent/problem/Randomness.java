package org.multidescent.problem;

/** What of an objective is random. */
enum Randomness {
  /** The same position has the same value each time. */
  NONE,
  /** The same position may have another value the next time. */
  VALUES,
  /** The gradient is that of a random sample; the value is not random. */
  GRADIENTS
}
