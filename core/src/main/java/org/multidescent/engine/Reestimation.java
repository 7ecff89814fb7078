package org.multidescent.engine;

import org.multidescent.descent.Oracle;
import org.multidescent.engine.budget.NoiseState;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.report.Ending;
import org.multidescent.report.Estimate;

/**
 * Evaluates where a descent stands again: once to find out whether the objective is noisy, and if
 * it is, often enough for an estimate. Belongs to a worker.
 */
final class Reestimation {

  /** The most evaluations of one estimate. */
  static final int MOST = 64;

  /** How often one place of tasks finds out whether there is noise. */
  static final int CHECKS = 2;

  private static final int LEAST = 8;
  private static final int EVALUATIONS_PER_SAMPLE = 50;
  private static final int STEPS_PER_CHECK = 16;

  private final Oracle oracle;
  private final EngineState state;
  private final NoiseState noise;
  private final double target;
  private final double[] values = new double[MOST];

  Reestimation(Oracle oracle, EngineState state) {
    this.oracle = oracle;
    this.state = state;
    this.noise = state.noise();
    this.target = state.settings().budget().target();
  }

  /** Evaluates a point of a task again whose differences have seen what may be noise. */
  void ask(LivePoint live, Task task) {
    if (task.noiseChecks > 0 && live.point.isNoiseSuspected() && noise.isToBeChecked()) {
      double again = oracle.value(live.point.position());
      task.noiseChecks--;
      if (Double.isFinite(again) && again != live.point.value()) {
        noise.found();
      }
    }
  }

  /** Gives a stalled point an estimate of its value. */
  void estimate(LivePoint live, TaskCounters counters) {
    if (noise.isKnown()) {
      long wanted = live.evaluations / EVALUATIONS_PER_SAMPLE;
      int count = (int) Math.min(Math.max(wanted, LEAST), MOST);
      sample(live, 0, count);
      live.estimate = Estimate.of(values, count);
      take(live.estimate, counters);
    }
  }

  /**
   * Looks now and then whether a point whose value says so has reached the target, with as many
   * evaluations as it takes to tell.
   */
  void check(LivePoint live, TaskCounters counters) {
    if (!(live.point.value() <= target)
        || !noise.isKnown()
        || live.point.steps() % STEPS_PER_CHECK != 0) {
      return;
    }
    int count = 0;
    for (int next = LEAST; next <= MOST; next *= 2) {
      sample(live, count, next);
      count = next;
      Estimate estimate = Estimate.of(values, count);
      take(estimate, counters);
      if (!(2 * estimate.mean() - estimate.upper() <= target) || estimate.upper() <= target) {
        return;
      }
    }
  }

  /** Takes note of an estimate; a target is about such. */
  private void take(Estimate estimate, TaskCounters counters) {
    state.incumbent().offer(estimate);
    if (estimate.upper() <= target) {
      state.termination().endAt(counters.place(), Ending.TARGET);
    }
  }

  private void sample(LivePoint live, int from, int to) {
    for (int k = from; k < to; k++) {
      values[k] = oracle.value(live.point.position());
    }
  }
}
