package org.multidescent.engine;

import org.multidescent.descent.Descent;
import org.multidescent.descent.Scaling;
import org.multidescent.problem.Problem;
import org.multidescent.renewal.Renewal;
import org.multidescent.report.Budget;
import org.multidescent.start.Starts;

/**
 * What a search is asked to do.
 *
 * @param problem what is to be minimised
 * @param scaling its working coordinates
 * @param seed of all random numbers
 * @param starts the sequence of starts
 * @param pool how many starts are evaluated at first
 * @param sample how many of them tell how far values are spread; at most the pool
 * @param descent the rules of a descent
 * @param coarse the share of descents with a coarse first stage
 * @param renewal what takes a stalled point's place
 * @param slice how many steps a point takes before a worker looks at the frontier
 * @param budget when to end
 * @param workers how many threads work
 * @param frontier which frontier, or the choice left to the engine
 * @param lanes how many lanes a reproducible search has; 0 for a free-running one
 * @param splitting whether idle workers help with gradients; not part of what a checkpoint demands,
 *     any value may go on from it, for no value depends on it
 * @param safety what it does so that nothing is lost
 */
public record Settings(
    Problem problem,
    Scaling scaling,
    long seed,
    Starts starts,
    int pool,
    int sample,
    Descent descent,
    double coarse,
    Renewal renewal,
    int slice,
    Budget budget,
    int workers,
    FrontierKind frontier,
    int lanes,
    Splitting splitting,
    Safety safety) {

  /** Returns these settings with another problem, of the same shape. */
  Settings with(Problem other) {
    return new Settings(
        other, scaling, seed, starts, pool, sample, descent, coarse, renewal, slice, budget,
        workers, frontier, lanes, splitting, safety);
  }
}
