package org.multidescent.engine;

import org.multidescent.descent.Oracle;
import org.multidescent.engine.budget.NoiseState;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.report.Estimate;

/**
 * Evaluates where a descent stands again: once to find out whether the objective is noisy, and if
 * it is, often enough for an estimate. Belongs to a worker.
 */
final class Reestimation {

  /** The most evaluations of one estimate. */
  static final int MOST = 64;

  private static final int LEAST = 8;
  private static final int EVALUATIONS_PER_SAMPLE = 50;
  private static final int STEPS_PER_CHECK = 16;

  private final Oracle oracle;
  private final NoiseState noise;
  private final double target;
  private final double[] values = new double[MOST];

  Reestimation(Oracle oracle, NoiseState noise, double target) {
    this.oracle = oracle;
    this.noise = noise;
    this.target = target;
  }

  /** Evaluates a point again whose differences have seen what may be noise. */
  void ask(LivePoint live) {
    if (live.point.isNoiseSuspected() && noise.isToBeChecked()) {
      double again = oracle.value(live.point.position());
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
      counters.estimated(live.estimate);
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
      counters.estimated(estimate);
      if (!(2 * estimate.mean() - estimate.upper() <= target) || estimate.upper() <= target) {
        return;
      }
    }
  }

  private void sample(LivePoint live, int from, int to) {
    for (int k = from; k < to; k++) {
      values[k] = oracle.value(live.point.position());
    }
  }
}
