package org.multidescent.bench.compare;

import org.multidescent.bench.contender.Task;
import org.multidescent.problem.Problem;

/**
 * One run of the plan.
 *
 * @param problem what on
 * @param entrant who
 * @param seed of all random numbers
 */
record Fixture(Case problem, Entrant entrant, long seed) {

  Task task(int starts, boolean analytic) {
    Problem searched = problem.landscape().problem();
    return new Task(
        analytic ? searched : searched.withoutGradient(),
        problem.target(),
        problem.cap(),
        seed,
        starts,
        entrant.workers());
  }
}
