/**
 * The suite {@code bbob-largescale}: the 24 functions with rotations that cost {@code 40 D}
 * operations: block-diagonal matrices between permutations.
 *
 * <p>Written from the definitions in K. Varelas, O. Ait El Hara, D. Brockhoff, N. Hansen, D. M.
 * Nguyen, T. Tusar, A. Auger, "Benchmarking large-scale continuous optimizers: the bbob-largescale
 * testbed, a COCO software guide and beyond", Applied Soft Computing 97 (2020).
 */
@NullMarked
package org.multidescent.bench.bbob.largescale;

import org.jspecify.annotations.NullMarked;
