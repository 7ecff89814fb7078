package org.multidescent.engine;

import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.engine.budget.Incumbent;
import org.multidescent.engine.budget.NoiseState;
import org.multidescent.engine.budget.SearchTotals;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.RestartCoordinator;
import org.multidescent.engine.restart.StartSource;
import org.multidescent.engine.restart.ValueScale;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.frontier.Frontier;

/**
 * What the parts of one search share, whichever schedule it has.
 *
 * @param settings what to do
 * @param termination whether and why the search has ended
 * @param incumbent the lowest value found
 * @param totals what was done, as far as it is committed
 * @param faults the evaluations that failed, as far as they are committed
 * @param frontier where points wait
 * @param startSource which starts are next
 * @param valueScale how far values differ, known when the initial starts are evaluated
 * @param coordinator who takes stalled points and decides what follows
 */
record EngineState(
    SearchSettings settings,
    Termination termination,
    Incumbent incumbent,
    SearchTotals totals,
    FaultRecorder faults,
    Frontier<LivePoint> frontier,
    StartSource startSource,
    ValueScale valueScale,
    RestartCoordinator coordinator) {

  private static final int HEAPS_PER_WORKER = 2;

  /** Returns whether the objective is noisy, as far as is known. */
  NoiseState noise() {
    return incumbent.noise();
  }

  /** Tells whether the search keeps checkpoints. */
  boolean isKept() {
    return settings.execution().safety().file() != null;
  }

  /** Returns an empty frontier. */
  static Frontier<LivePoint> frontier(SearchSettings settings) {
    int workers = settings.execution().workers();
    int expected = (int) InitialStarts.limit(settings);
    return settings.hasExactFrontier()
        ? Frontier.locked(workers, expected)
        : Frontier.relaxed(workers, HEAPS_PER_WORKER, settings.path().seed(), expected);
  }
}
