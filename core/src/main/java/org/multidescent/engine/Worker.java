package org.multidescent.engine;

import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Halt;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.Point;
import org.multidescent.descent.Stall;
import org.multidescent.frontier.Frontier;
import org.multidescent.problem.Problem;
import org.multidescent.renewal.Hop;
import org.multidescent.renewal.Next;

/**
 * One thread of a search: evaluates its share of the starts, then pulls points from the frontier,
 * steps them downhill for a slice, and puts them back or has them replaced.
 *
 * <p>The point in hand belongs to this worker alone. On every way out it is given back, so that
 * each living point is in exactly one place when the search has ended.
 */
final class Worker implements Runnable {

  private final Settings settings;
  private final Shared shared;
  private final Descent descent;
  private final Meter meter;
  private final @Nullable Timing timing;
  private final Help help;
  private final Oracle oracle;
  private final Frontier.Access<LivePoint> access;
  private final Launch launch;
  private final double[] startPosition;
  private final @Nullable Berth berth;
  private final boolean started;
  private long broken;
  private int taken;
  private long sliceStart;
  private long loaded;
  private long stepsLeased;
  private long stepLease;
  private @Nullable LivePoint hand;

  Worker(Settings settings, Shared shared, int index, Revival.Hands hands) {
    this.settings = settings;
    this.shared = shared;
    this.descent = settings.descent();
    this.meter = shared.meters()[index];
    this.berth = shared.safepoint().isUsed() ? shared.safepoint().berth(index) : null;
    this.timing = shared.timing(index);
    this.help =
        new Help(
            shared.board(), index, meter, shared.verdict(), new IdleSpan(index, timing), berth);
    Problem problem = settings.problem();
    this.oracle =
        new Oracle(
            guarded(timing == null ? problem : timing.measured(problem)),
            settings.scaling(),
            descent.differences(),
            meter,
            help.orNull());
    this.started = hands.isSettled();
    this.hand = hands.live(index);
    this.taken = hands.taken(index);
    this.broken = hands.owed(index);
    Frontier.Access<LivePoint> plain = shared.frontier().access(index);
    this.access = timing == null ? plain : new TimedAccess<>(plain, timing);
    this.launch = new Launch(settings, shared.nursery(), shared.spread(), oracle, shared::best);
    this.startPosition = new double[settings.problem().dimension()];
  }

  @Override
  public void run() {
    sliceStart = calls();
    try {
      come();
      if (!started) {
        evaluateStarts();
        giveBackLeases();
        part();
        shared.gate().await();
        come();
      }
      for (; broken > 0; broken--) {
        sliceStart = calls();
        stopIfAsked();
        plantOne();
      }
      Pause pause = new Pause();
      while (!shared.verdict().isEnded()) {
        sliceStart = calls();
        stopIfAsked();
        if (hand == null) {
          take();
        }
        LivePoint live = hand;
        if (live == null) {
          giveBackLeases();
          if (help.lend(oracle)) {
            pause.reset();
          } else {
            pause.once();
          }
          continue;
        }
        help.leave();
        pause.reset();
        work(live);
      }
    } catch (Halt ended) {
      // The verdict says why.
    } catch (Throwable failure) {
      shared.verdict().fail(failure);
    } finally {
      help.leave();
      if (hand != null) {
        double value = hand.point.value();
        access.offer(Double.isNaN(value) ? Double.POSITIVE_INFINITY : value, hand);
        hand = null;
      }
      giveBackLeases();
      if (berth != null) {
        berth.quit();
      }
    }
  }

  private Problem guarded(Problem problem) {
    Berth mine = berth;
    return mine == null ? problem : problem.decorated(evaluator -> mine.guard(evaluator, meter));
  }

  /** Stops at the safepoint if a copy is to be taken. */
  private void stopIfAsked() {
    if (shared.safepoint().isAsked()) {
      giveBackLeases();
      part();
      come();
    }
  }

  private void part() {
    if (berth != null) {
      access.seal();
      note(berth);
      berth.leave();
    }
  }

  private void come() {
    if (berth != null) {
      berth.enter();
    }
  }

  private void note(Berth mine) {
    LivePoint live = hand;
    long calls = live == null ? 0 : live.calls + calls() - sliceStart;
    mine.note(live, taken, calls, broken, meter);
  }

  /** Evaluates starts, chunk by chunk, until all are taken. */
  private void evaluateStarts() {
    try {
      new StartBatch(oracle, shared.nursery(), settings)
          .evaluateShare(
              new StartBatch.Sink() {
                @Override
                public void accept(long start, double value) {
                  loadStart(start, value);
                }

                @Override
                public void pause() {
                  stopIfAsked();
                }
              });
    } finally {
      access.seal();
      shared.population().born(loaded);
      shared.gate().arrive();
    }
  }

  private void loadStart(long start, double value) {
    loaded++;
    shared.spread().note(start, value);
    if (Double.isFinite(value)) {
      meter.start();
      access.load(value, (int) start);
    } else {
      countBrokenStart();
      broken++;
    }
  }

  private void countBrokenStart() {
    shared.director().admit();
    meter.start();
    meter.stall();
  }

  /** Takes the best visible point into the hand, if there is one. */
  private void take() {
    if (access.poll()) {
      hold();
    }
  }

  private void hold() {
    LivePoint polled = access.point();
    hand = polled != null ? polled : launch.start(access.start(), access.value());
  }

  /** Gives the point in hand its slice, then keeps it, exchanges it or has it replaced. */
  private void work(LivePoint live) {
    Stall stall = timing == null ? slice(live) : timedSlice(live, timing);
    if (stall != null) {
      retire(live, stall);
    } else if (access.exchange(live.point.value(), live)) {
      hold();
    }
  }

  private @Nullable Stall timedSlice(LivePoint live, Timing timing) {
    if (!timing.slices.isDue()) {
      return slice(live);
    }
    long before = live.point.steps();
    long start = System.nanoTime();
    Stall stall = slice(live);
    timing.sliced(System.nanoTime() - start, live.point.steps() - before);
    return stall;
  }

  private @Nullable Stall slice(LivePoint live) {
    sliceStart = calls();
    try {
      for (; taken < settings.slice(); taken++) {
        stopIfAsked();
        Stall stall = step(live.point);
        if (stall != null) {
          return stall;
        }
      }
      return null;
    } finally {
      live.calls += calls() - sliceStart;
      taken = 0;
    }
  }

  /** Returns the calls made so far by this worker, and by others for it. */
  private long calls() {
    return meter.calls() + help.borrowed();
  }

  private @Nullable Stall step(Point point) {
    Berth mine = berth;
    if (mine != null) {
      note(mine);
    }
    if (stepLease == 0) {
      meter.close();
      part();
      try {
        stepsLeased = shared.steps().lease(1);
      } finally {
        come();
      }
      stepLease = stepsLeased;
    }
    long before = point.steps();
    if (mine != null) {
      mine.beginStep();
    }
    Stall stall = descent.advance(point, oracle);
    if (mine != null) {
      mine.endStep();
    }
    if (!Double.isFinite(point.value())) {
      stall = Stall.BROKEN;
    }
    if (point.steps() != before) {
      meter.step();
      if (--stepLease == 0) {
        shared.steps().settle(stepsLeased, 0);
      }
    }
    return stall;
  }

  /** Reports a stalled point and puts something in its place. */
  private void retire(LivePoint live, Stall stall) {
    if (descent.refine(live.point, stall, shared.best())) {
      live.refined = true;
      return;
    }
    shared.director().admit();
    Decision decision = shared.director().settle(live, stall, Meter.totalCalls(shared.meters()));
    meter.stall();
    hand = null;
    launch.retire(live);
    while (decision.next() instanceof Next.Leap leap) {
      hand = leap(leap.hop(), decision.number());
      if (hand != null) {
        return;
      }
      long at = Meter.totalCalls(shared.meters());
      decision = shared.director().missed(leap.hop(), decision.number(), launch.missed(), at);
    }
    int count = ((Next.Fresh) decision.next()).count();
    for (int i = 0; i < count; i++) {
      plantOne();
    }
    shared.population().replaced(count);
  }

  /** Evaluates the next start and puts it into the frontier; one without a value is replaced. */
  private void plantOne() {
    while (true) {
      long start = shared.nursery().claim();
      shared.nursery().locate(start, startPosition);
      double value = oracle.value(startPosition);
      if (Double.isFinite(value)) {
        meter.start();
        access.offerStart(value, Math.toIntExact(start));
        return;
      }
      countBrokenStart();
    }
  }

  /**
   * Evaluates the candidates of a hop.
   *
   * @return the lowest of them, or null if none has a value
   */
  private @Nullable LivePoint leap(Hop hop, long number) {
    LivePoint live = launch.hop(hop, number);
    if (live == null) {
      shared.director().admit();
      meter.stall();
    }
    meter.hop();
    return live;
  }

  private void giveBackLeases() {
    meter.close();
    if (stepLease > 0) {
      shared.steps().settle(stepsLeased, stepLease);
      stepLease = 0;
    }
  }
}
