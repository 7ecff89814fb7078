/**
 * The suite {@code bbob-mixint}: the 24 functions with four fifths of their coordinates integer.
 *
 * <p>Written from the definitions in T. Tusar, D. Brockhoff, N. Hansen, "Mixed-integer benchmark
 * problems for single- and bi-objective optimization", GECCO 2019.
 */
@NullMarked
package org.multidescent.bench.bbob.mixint;

import org.jspecify.annotations.NullMarked;
