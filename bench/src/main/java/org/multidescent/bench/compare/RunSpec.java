package org.multidescent.bench.compare;

import org.multidescent.bench.contender.Task;
import org.multidescent.problem.Problem;

/**
 * One run of the plan.
 *
 * @param problem what on
 * @param competitor who
 * @param seed of all random numbers
 */
record RunSpec(BenchmarkProblem problem, Competitor competitor, long seed) {

  Task task(int starts, boolean analytic) {
    Problem searched = problem.testProblem().problem();
    return new Task(
        analytic ? searched : searched.withoutGradient(),
        problem.target(),
        problem.cap(),
        seed,
        starts,
        competitor.workers());
  }
}
