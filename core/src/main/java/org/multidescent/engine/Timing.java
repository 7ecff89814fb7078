package org.multidescent.engine;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Oracle;
import org.multidescent.report.Probe;

/**
 * Where one worker's time goes, estimated from samples. Written by the worker alone; the sums may
 * be read by anyone.
 *
 * <p>Implementation note. What is measured is chosen by turns: a step, the candidates of a hop or a
 * chunk of starts, and the look at the frontier that follows. In a turn that is watched all is
 * measured, and the slice that begins with it, by an evaluator that the worker's oracle then has;
 * in the others nothing is, at the cost of a countdown.
 */
final class Timing {

  /** A slice and a look at the frontier. */
  private static final int OTHER_SAMPLES = 2;

  private final Sampler turns;
  private final @Nullable Probe probe;
  private final AtomicLong objectiveNanos = new AtomicLong();
  private final AtomicLong frontierNanos = new AtomicLong();
  private final AtomicLong idleNanos = new AtomicLong();
  private @Nullable Oracle watched;
  private long turnNanos;
  private long turnSamples;

  Timing(int worker, @Nullable Probe probe) {
    this.probe = probe;
    this.turns = new Sampler(worker);
  }

  /** Begins a turn, all of whose evaluations are made by one oracle. */
  void turn(Oracle oracle) {
    if (watched != null) {
      endTurn(watched);
    }
    if (turns.isDue()) {
      watched = oracle;
      oracle.substitute(new TimedEvaluator(oracle.evaluator(), this));
    }
  }

  private void endTurn(Oracle oracle) {
    watched = null;
    oracle.substitute(null);
    turns.choose(turnSamples == 0 ? 0 : (double) turnNanos / (turnSamples + OTHER_SAMPLES));
    turnNanos = 0;
    turnSamples = 0;
  }

  /** Tells whether what happens in this turn is to be measured. */
  boolean isWatching() {
    return watched != null;
  }

  /** Ends this turn, and tells whether the next is to be measured. */
  boolean willWatch() {
    if (watched != null) {
      endTurn(watched);
    }
    return turns.isNext();
  }

  /** Returns how many turns the one that is, or will be, watched stands for. */
  long weight() {
    return turns.weight();
  }

  /** Takes the duration of some evaluations made in one call. */
  void evaluated(long nanos, int count) {
    long weight = turns.weight();
    long net = Sampler.net(nanos);
    turnNanos += Math.max(1, net);
    turnSamples++;
    add(objectiveNanos, net * weight);
    if (probe != null) {
      probe.evaluation(net / count, weight * count);
    }
  }

  /** Takes the duration of a slice, and the {@link #weight} when it began. */
  void sliced(long nanos, long steps, long weight) {
    if (probe != null) {
      probe.slice(Sampler.net(nanos), steps, weight);
    }
  }

  void polled(long nanos) {
    long weight = turns.weight();
    long net = Sampler.net(nanos);
    add(frontierNanos, net * weight);
    if (probe != null) {
      probe.poll(net, weight);
    }
  }

  /** Takes the duration of putting something into the frontier. */
  void offered(long nanos) {
    add(frontierNanos, Sampler.net(nanos) * turns.weight());
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
