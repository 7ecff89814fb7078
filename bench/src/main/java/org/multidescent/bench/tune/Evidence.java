package org.multidescent.bench.tune;

import java.util.List;

/**
 * What a recommendation rests on.
 *
 * @param processors those of the machine
 * @param dimension coordinates of the problem
 * @param differentiable whether it has an analytic gradient
 * @param cost what an evaluation costs
 * @param safety whether threads may share the objective
 * @param rates by workers, from 1 upwards
 * @param takeTurns whether workers take turns at a lock
 * @param slice steps between looks at the frontier
 * @param profile the means over all samples, and the fewest points that were alive
 */
record Evidence(
    int processors,
    int dimension,
    boolean differentiable,
    CostProfile cost,
    ThreadSafety safety,
    List<WorkerRate> rates,
    boolean takeTurns,
    int slice,
    SearchProfile profile) {

  /** Returns the nanoseconds a step takes in the objective. */
  double stepNanos() {
    return profile.evaluationsPerStep() * cost.mean();
  }
}
