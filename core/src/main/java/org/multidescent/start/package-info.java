/**
 * Where descents begin: sequences of start positions, each a pure function of seed, index and box.
 *
 * <p>{@link org.multidescent.start.Starts} is the interface and makes the sequences: uniform,
 * Sobol, Halton, Latin hypercube, given positions first.
 */
@NullMarked
package org.multidescent.start;

import org.jspecify.annotations.NullMarked;
