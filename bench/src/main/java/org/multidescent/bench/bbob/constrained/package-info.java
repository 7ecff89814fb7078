/**
 * The suite {@code bbob-constrained}: nine objectives, each under six numbers of constraints {@code
 * g(x) <= 0} that are linear in coordinates of their own.
 *
 * <p>Written from the definitions in P. Dufosse, N. Hansen, D. Brockhoff, P. R. Sampaio, A. Atamna,
 * A. Auger, "Building scalable test problems for benchmarking constrained optimizers", 2022, as the
 * suite's program has them.
 */
@NullMarked
package org.multidescent.bench.bbob.constrained;

import org.jspecify.annotations.NullMarked;
