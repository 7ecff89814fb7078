package org.multidescent.renewal;

/** How a hop leaves its source. */
enum HopKind {
  /** A normally distributed displacement of every coordinate. */
  GAUSS,
  /** Some coordinates drawn anew. */
  COORDINATE,
  /** The difference of two other optima added, as in differential evolution. */
  CROSS
}
