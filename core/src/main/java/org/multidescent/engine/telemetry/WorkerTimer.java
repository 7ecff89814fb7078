package org.multidescent.engine.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.multidescent.engine.settings.Listeners;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.report.Probe;

/**
 * Where one worker's time goes, estimated from samples. Written by the worker alone; the sums may
 * be read by anyone.
 *
 * <p>Implementation note. What is measured is chosen by turns: a step, the candidates of a
 * perturbation or a chunk of starts, and the look at the frontier that follows. In a turn that is
 * watched all is measured, and the slice that begins with it, by an evaluator that the worker's
 * oracle then has; in the others nothing is, at the cost of a countdown.
 */
public final class WorkerTimer {

  /** A slice and a look at the frontier. */
  private static final int OTHER_SAMPLES = 2;

  private final TurnSampler turns;
  private @Nullable Probe probe;
  private final Consumer<Throwable> failed;
  private final AtomicLong objectiveNanos = new AtomicLong();
  private final AtomicLong frontierNanos = new AtomicLong();
  private final AtomicLong idleNanos = new AtomicLong();
  private @Nullable CountedOracle watched;
  private long turnNanos;
  private long turnSamples;

  /**
   * Creates a timer.
   *
   * @param probe who takes what is measured; null for nobody
   * @param failed is told what the probe throws, once; so it never takes the place of a value
   */
  public WorkerTimer(int worker, @Nullable Probe probe, Consumer<Throwable> failed) {
    this.probe = probe;
    this.failed = failed;
    this.turns = new TurnSampler(worker);
  }

  /** Begins a turn, all of whose evaluations are made by one oracle. */
  public void turn(CountedOracle oracle) {
    if (watched != null) {
      endTurn(watched);
    }
    if (turns.isDue()) {
      watched = oracle;
      oracle.substitute(new TimedEvaluator(oracle.evaluator(), this));
    }
  }

  private void endTurn(CountedOracle oracle) {
    watched = null;
    oracle.substitute(null);
    turns.choose(turnSamples == 0 ? 0 : (double) turnNanos / (turnSamples + OTHER_SAMPLES));
    turnNanos = 0;
    turnSamples = 0;
  }

  /** Tells whether what happens in this turn is to be measured. */
  public boolean isWatching() {
    return watched != null;
  }

  /** Ends this turn, and tells whether the next is to be measured. */
  public boolean willWatch() {
    if (watched != null) {
      endTurn(watched);
    }
    return turns.isNext();
  }

  /** Returns how many turns the one that is, or will be, watched stands for. */
  public long weight() {
    return turns.weight();
  }

  /** Takes the duration of some evaluations made in one call. */
  public void evaluated(long nanos, int count) {
    long weight = turns.weight();
    long net = TurnSampler.net(nanos);
    turnNanos += Math.max(1, net);
    turnSamples++;
    add(objectiveNanos, net * weight);
    tell(taker -> taker.evaluation(net / count, weight * count));
  }

  /** Takes the duration of a slice, and the {@link #weight} when it began. */
  public void sliced(long nanos, long steps, long weight) {
    tell(taker -> taker.slice(TurnSampler.net(nanos), steps, weight));
  }

  public void polled(long nanos) {
    long weight = turns.weight();
    long net = TurnSampler.net(nanos);
    add(frontierNanos, net * weight);
    tell(taker -> taker.poll(net, weight));
  }

  private void tell(Consumer<Probe> what) {
    Probe taker = probe;
    if (taker != null) {
      try {
        what.accept(taker);
      } catch (Throwable failure) {
        probe = null;
        failed.accept(failure);
      }
    }
  }

  /** Takes the duration of putting something into the frontier. */
  public void offered(long nanos) {
    add(frontierNanos, TurnSampler.net(nanos) * turns.weight());
  }

  public void idled(long nanos) {
    add(idleNanos, nanos);
  }

  public long readObjectiveNanos() {
    return objectiveNanos.getOpaque();
  }

  public long readFrontierNanos() {
    return frontierNanos.getOpaque();
  }

  public long readIdleNanos() {
    return idleNanos.getOpaque();
  }

  private static void add(AtomicLong sum, long nanos) {
    sum.setOpaque(sum.getPlain() + nanos);
  }

  /** Returns a timing for each worker, none if neither a probe nor progress wants them. */
  public static List<WorkerTimer> of(
      Listeners listeners, int workers, Consumer<Throwable> probeFailed) {
    List<WorkerTimer> timings = new ArrayList<>();
    if (listeners.progress() != null || listeners.probes() != null) {
      for (int i = 0; i < workers; i++) {
        timings.add(new WorkerTimer(i, probe(listeners.probes(), i), probeFailed));
      }
    }
    return List.copyOf(timings);
  }

  private static @Nullable Probe probe(@Nullable IntFunction<? extends Probe> probes, int worker) {
    if (probes == null) {
      return null;
    }
    return Objects.requireNonNull(
        probes.apply(worker), "probes: gave null for worker " + worker + " (expected: a probe)");
  }
}
