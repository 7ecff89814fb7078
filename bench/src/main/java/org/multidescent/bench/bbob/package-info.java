/**
 * The noiseless BBOB test bed: 24 functions with known optima in any dimension and instance, and
 * the trace of a run on one of them.
 *
 * <p>Written from the definitions in N. Hansen, S. Finck, R. Ros, A. Auger, "Real-Parameter
 * Black-Box Optimization Benchmarking 2009: Noiseless Functions Definitions", INRIA RR-6829.
 * Throughout, {@code d = x - x_opt}, {@code R} and {@code Q} are the instance's rotations, {@code
 * L^c} its conditioning matrix, and "excess" means {@code f - f_opt}.
 */
@NullMarked
package org.multidescent.bench.bbob;

import org.jspecify.annotations.NullMarked;
