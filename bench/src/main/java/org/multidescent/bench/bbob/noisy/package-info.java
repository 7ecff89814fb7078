/**
 * The suite {@code bbob-noisy}: 30 functions, noiseless ones whose values are disturbed.
 *
 * <p>Written from the definitions in N. Hansen, S. Finck, R. Ros, A. Auger, "Real-Parameter
 * Black-Box Optimization Benchmarking 2009: Noisy Functions Definitions", INRIA RR-6869.
 */
@NullMarked
package org.multidescent.bench.bbob.noisy;

import org.jspecify.annotations.NullMarked;
