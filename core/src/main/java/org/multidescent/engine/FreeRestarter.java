package org.multidescent.engine;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedPerturbation;
import org.multidescent.descent.Oracle;
import org.multidescent.engine.budget.WorkerCounters;
import org.multidescent.engine.checkpoint.WorkerSnapshot;
import org.multidescent.engine.restart.DescentFactory;
import org.multidescent.engine.restart.DrawnPerturbation;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.RestartDecision;
import org.multidescent.frontier.Frontier;
import org.multidescent.restart.Next;
import org.multidescent.restart.Perturbation;

/**
 * Puts what has been decided into a stalled point's place, for one worker that has no point
 * meanwhile. Knows what is begun and not done, so that a checkpoint can tell of it.
 */
public final class FreeRestarter {

  /** The worker's places to stop for a checkpoint. */
  public interface Stops {

    /** Stops between two pieces of work, if a copy is to be taken. */
    void pause();

    /** Notes what there is before calls that may be made again. */
    void begin();

    /** Tells that something has come of the calls. */
    void end();
  }

  private final FreeState shared;
  private final WorkerCounters meter;
  private final Oracle oracle;
  private final Frontier.Access<LivePoint> access;
  private final DescentFactory launch;
  private final Stops stops;
  private final double[] position;
  private final ArrayDeque<SavedPerturbation> hops = new ArrayDeque<>();
  private long owed;
  private long begunStart;
  private long begunEnd;

  public FreeRestarter(
      FreeState shared,
      WorkerCounters meter,
      Oracle oracle,
      Frontier.Access<LivePoint> access,
      DescentFactory launch,
      Stops stops) {
    this.shared = shared;
    this.meter = meter;
    this.oracle = oracle;
    this.access = access;
    this.launch = launch;
    this.stops = stops;
    this.position = new double[oracle.dimension()];
  }

  /** Takes over what was begun before a checkpoint. */
  public void restore(Restorer.Hands hands, int worker) {
    owed = hands.owed(worker);
    hops.addAll(hands.hops(worker));
  }

  /** Tells a berth what is begun. */
  public void note(WorkerSnapshot berth) {
    berth.noteBegun(begunStart, begunEnd, hops);
  }

  /** Returns how many starts are to be evaluated in the place of others. */
  public long owed() {
    return owed;
  }

  /** Has starts begin: those from an index and below another. */
  public void begin(long start, long end) {
    begunStart = start;
    begunEnd = end;
  }

  /** Counts a start without a value. */
  public void countBroken() {
    shared.director().admit();
    meter.start();
    meter.stall();
  }

  /** Has another start evaluated in the place of a broken one, later. */
  public void owe() {
    owed++;
  }

  /** Evaluates the starts that are owed. */
  public void plantOwed() {
    for (; owed > 0; owed--) {
      stops.pause();
      plantOne();
    }
  }

  /** Returns a hop that had been decided when a checkpoint was taken; null if none is left. */
  @Nullable
  public RestartDecision nextHop() {
    SavedPerturbation hop = hops.poll();
    return hop == null
        ? null
        : new RestartDecision(new Next.Perturb(new DrawnPerturbation(hop)), hop.number());
  }

  /**
   * Does what has been decided, and what follows from it.
   *
   * @return the point that descends now, or null if there is none
   */
  @Nullable
  public LivePoint follow(RestartDecision first) {
    RestartDecision decision = first;
    while (decision.next() instanceof Next.Perturb leap) {
      LivePoint live = leap(leap.perturbation(), decision.number());
      if (live != null) {
        return live;
      }
      decision =
          shared
              .director()
              .missed(
                  leap.perturbation(),
                  decision.number(),
                  launch.missed(),
                  WorkerCounters.totalEvaluations(shared.meters()));
    }
    int count = ((Next.Fresh) decision.next()).count();
    owed += count;
    plantOwed();
    shared.population().replaced(count);
    return null;
  }

  /** Evaluates the next start and puts it into the frontier; one without a value is replaced. */
  private void plantOne() {
    while (true) {
      long start = shared.nursery().claim();
      begin(start, start + 1);
      shared.nursery().locate(start, position);
      stops.begin();
      double value = oracle.value(position);
      stops.end();
      begin(0, 0);
      if (Double.isFinite(value)) {
        meter.start();
        access.offerStart(value, Math.toIntExact(start));
        return;
      }
      countBroken();
    }
  }

  /**
   * Evaluates the candidates of a hop.
   *
   * @return the lowest of them, or null if none has a value
   */
  private @Nullable LivePoint leap(Perturbation hop, long number) {
    Perturbation drawn = hop;
    if (shared.safepoint().isUsed()) {
      DrawnPerturbation kept = launch.draw(hop, number);
      hops.push(kept.saved());
      drawn = kept;
    }
    stops.begin();
    LivePoint live = launch.perturb(drawn, number);
    if (live == null) {
      shared.director().admit();
      meter.stall();
    }
    if (shared.safepoint().isUsed()) {
      hops.pop();
    }
    stops.end();
    meter.perturbation();
    return live;
  }
}
