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
 * @param descent the rules of a descent
 * @param coarse the share of descents with a coarse first stage
 * @param renewal what takes a stalled point's place
 * @param slice how many steps a point takes before a worker looks at the frontier
 * @param budget when to end
 * @param workers how many threads work
 * @param frontier which frontier, or the choice left to the engine
 * @param splitting whether idle workers help with gradients
 */
public record Settings(
    Problem problem,
    Scaling scaling,
    long seed,
    Starts starts,
    int pool,
    Descent descent,
    double coarse,
    Renewal renewal,
    int slice,
    Budget budget,
    int workers,
    FrontierKind frontier,
    Splitting splitting) {}
