package org.multidescent.bench.tune;

import java.util.List;

/**
 * What a recommendation rests on.
 *
 * @param processors those of the machine
 * @param dimension coordinates of the problem
 * @param differentiable whether it has an analytic gradient
 * @param cost what a call costs
 * @param safety whether threads may share the objective
 * @param rates rates by workers, from 1 upwards
 * @param takeTurns whether workers wait much for locks
 * @param slice steps between looks at the frontier
 * @param evaluationsPerStep calls a step takes
 * @param evaluationsPerDescent calls a descent takes
 * @param live the fewest points that were alive
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
    double evaluationsPerStep,
    double evaluationsPerDescent,
    long live) {

  /** Returns the nanoseconds a step takes in the objective. */
  double stepNanos() {
    return evaluationsPerStep * cost.mean();
  }
}
