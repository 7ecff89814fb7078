package org.multidescent.engine;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.multidescent.problem.Problem;
import org.multidescent.report.Probe;

/**
 * Where one worker's time goes, estimated from samples. Written by the worker alone; the sums may
 * be read by anyone.
 */
final class Timing {

  final Sampler evaluations;
  final Sampler slices;
  final Sampler polls;
  private final @Nullable Probe probe;
  private final AtomicLong objectiveNanos = new AtomicLong();
  private final AtomicLong frontierNanos = new AtomicLong();
  private final AtomicLong idleNanos = new AtomicLong();

  Timing(int worker, @Nullable Probe probe) {
    this.probe = probe;
    this.evaluations = new Sampler(3L * worker << 32);
    this.slices = new Sampler(3L * worker + 1 << 32);
    this.polls = new Sampler(3L * worker + 2 << 32);
  }

  /** Returns the problem with this worker's evaluations measured. */
  Problem measured(Problem problem) {
    return problem.decorated(evaluator -> new TimedEvaluator(evaluator, this));
  }

  /** Takes the duration of some evaluations made in one call. */
  void evaluated(long nanos, int count) {
    long weight = evaluations.weight();
    long net = evaluations.measured(nanos);
    add(objectiveNanos, net * weight);
    if (probe != null) {
      probe.evaluation(net / count, weight * count);
    }
  }

  void sliced(long nanos, long steps) {
    long weight = slices.weight();
    long net = slices.measured(nanos);
    if (probe != null) {
      probe.slice(net, steps, weight);
    }
  }

  void polled(long nanos) {
    long weight = polls.weight();
    long net = polls.measured(nanos);
    add(frontierNanos, net * weight);
    if (probe != null) {
      probe.poll(net, weight);
    }
  }

  /** Takes the duration of putting something into the frontier. */
  void offered(long nanos) {
    long weight = polls.weight();
    add(frontierNanos, polls.measured(nanos) * weight);
  }

  void idled(long nanos) {
    add(idleNanos, nanos);
  }

  long readObjectiveNanos() {
    return objectiveNanos.getOpaque();
  }

  long readFrontierNanos() {
    return frontierNanos.getOpaque();
  }

  long readIdleNanos() {
    return idleNanos.getOpaque();
  }

  private static void add(AtomicLong sum, long nanos) {
    sum.setOpaque(sum.getPlain() + nanos);
  }
}
