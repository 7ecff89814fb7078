package org.multidescent.engine.settings;

import org.multidescent.descent.Descent;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.start.Starts;

/**
 * What a search is asked to do.
 *
 * @param problem what is to be minimised
 * @param coordinates its working coordinates
 * @param seed of all random numbers
 * @param starts the sequence of starts
 * @param initialStarts how many starts are evaluated at first
 * @param sample how many of them tell how far values are spread; at most the pool
 * @param descent the rules of a descent
 * @param coarseShare the share of descents with a coarse first stage
 * @param restart what takes a stalled point's place
 * @param slice how many steps a point takes before a worker looks at the frontier
 * @param budget when to end
 * @param workers how many threads work
 * @param frontier which frontier, or the choice left to the engine
 * @param lanes how many lanes a reproducible search has; 0 for a free-running one
 * @param sharing whether idle workers help with gradients; not part of what a checkpoint demands,
 *     any value may go on from it, for no value depends on it
 * @param safety what it does so that nothing is lost
 */
public record SearchSettings(
    Problem problem,
    WorkingCoordinates coordinates,
    long seed,
    Starts starts,
    int initialStarts,
    int sample,
    Descent descent,
    double coarseShare,
    RestartStrategy restart,
    int slice,
    Budget budget,
    int workers,
    FrontierKind frontier,
    int lanes,
    SharingMode sharing,
    SafetySettings safety) {

  private static final int LONG_SLICE = 64;

  /** Returns these settings with another problem, of the same shape. */
  public SearchSettings with(Problem other) {
    return new SearchSettings(
        other,
        coordinates,
        seed,
        starts,
        initialStarts,
        sample,
        descent,
        coarseShare,
        restart,
        slice,
        budget,
        workers,
        frontier,
        lanes,
        sharing,
        safety);
  }

  /** Returns how many evaluations may be used before the end; the rest is for estimates. */
  public long searchEvaluations() {
    long allowed = budget.evaluations();
    return problem.isNoisy() && allowed < Long.MAX_VALUE ? allowed - Reserve.of(allowed) : allowed;
  }

  /** Tells whether points wait in one heap behind one lock. */
  public boolean hasExactFrontier() {
    return lanes > 0
        || frontier == FrontierKind.LOCKED
        || workers == 1
        || frontier == FrontierKind.AUTOMATIC && (workers <= 2 || slice >= LONG_SLICE);
  }
}
