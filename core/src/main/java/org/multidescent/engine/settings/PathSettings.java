package org.multidescent.engine.settings;

import org.multidescent.checkpoint.SavedSafety;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.descent.Descent;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.problem.Problem;
import org.multidescent.restart.RestartStrategy;

/**
 * What decides the path of a search: with the same of these and the same budget, searches on one
 * worker and reproducible ones on any number of workers are equal to the bit.
 *
 * @param problem what is to be minimised
 * @param coordinates its working coordinates
 * @param seed of all random numbers
 * @param starts where it begins
 * @param descent the rules of a descent
 * @param coarseShare the share of descents with a coarse first stage
 * @param restart what takes a stalled point's place
 * @param slice how many steps a point takes before a worker looks at the frontier
 * @param lanes how many lanes a reproducible search has; 0 for a free-running one
 */
public record PathSettings(
    Problem problem,
    WorkingCoordinates coordinates,
    long seed,
    StartSettings starts,
    Descent descent,
    double coarseShare,
    RestartStrategy restart,
    int slice,
    int lanes) {

  /** Returns these settings with another problem, of the same shape. */
  PathSettings with(Problem other) {
    return new PathSettings(
        other, coordinates, seed, starts, descent, coarseShare, restart, slice, lanes);
  }

  /** Returns those that a checkpoint holds, so that they need not be given again. */
  Snapshot.Numbers saved(SavedSafety safety) {
    return new Snapshot.Numbers(
        seed,
        starts.initial(),
        starts.first(),
        starts.sample(),
        coarseShare,
        slice,
        coordinates.isUnitBox(),
        safety);
  }
}
