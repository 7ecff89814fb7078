package org.multidescent.engine;

import org.jspecify.annotations.Nullable;
import org.multidescent.concurrent.Backoff;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Point;
import org.multidescent.descent.Stall;
import org.multidescent.engine.budget.WorkerCounters;
import org.multidescent.engine.checkpoint.WorkerSnapshot;
import org.multidescent.engine.restart.DescentFactory;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.RestartDecision;
import org.multidescent.engine.restart.StartBatch;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.telemetry.IdleTimer;
import org.multidescent.engine.telemetry.TimedFrontierAccess;
import org.multidescent.engine.telemetry.WorkerTimer;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.frontier.Frontier;
import org.multidescent.problem.Problem;

/**
 * One thread of a search: evaluates its share of the starts, then pulls points from the frontier,
 * steps them downhill for a slice, and puts them back or has them replaced.
 *
 * <p>The point in hand belongs to this worker alone. On every way out it is given back, so that
 * each living point is in exactly one place when the search has ended.
 */
public final class FreeWorker implements Runnable {

  private final SearchSettings settings;
  private final FreeState shared;
  private final Descent descent;
  private final WorkerCounters meter;
  private final @Nullable WorkerTimer timing;
  private final GradientSharing help;
  private final CountedOracle oracle;
  private final Frontier.Access<LivePoint> access;
  private final DescentFactory launch;
  private final FreeRestarter renewer;
  private final @Nullable WorkerSnapshot berth;
  private final boolean started;
  private int taken;
  private long sliceStart;
  private long loaded;
  private long stepsLeased;
  private long stepLease;
  private @Nullable LivePoint hand;

  public FreeWorker(SearchSettings settings, FreeState shared, int index, Restorer.Hands hands) {
    this.settings = settings;
    this.shared = shared;
    this.descent = settings.descent();
    this.meter = shared.meters()[index];
    this.berth = shared.safepoint().isUsed() ? shared.safepoint().berth(index) : null;
    this.timing = shared.timing(index);
    this.help =
        new GradientSharing(
            shared.board(), index, meter, shared.verdict(), new IdleTimer(index, timing), berth);
    Problem problem = settings.problem();
    this.oracle =
        new CountedOracle(
            guarded(problem), settings.coordinates(), descent.differences(), meter, help.orNull());
    this.started = hands.isSettled();
    this.hand = hands.live(index);
    this.taken = hands.taken(index);
    Frontier.Access<LivePoint> plain = shared.frontier().access(index);
    this.access = timing == null ? plain : new TimedFrontierAccess<>(plain, timing);
    this.launch =
        new DescentFactory(settings, shared.nursery(), shared.spread(), oracle, shared::best);
    this.renewer = new FreeRestarter(shared, meter, oracle, access, launch, new Stops());
    renewer.restore(hands, index);
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
        if (shared.verdict().isEnded()) {
          return;
        }
      }
      renewer.plantOwed();
      hopAgain();
      Backoff pause = new Backoff();
      while (!shared.verdict().isEnded()) {
        sliceStart = calls();
        stopIfAsked();
        if (hand == null) {
          take();
        }
        LivePoint live = hand;
        if (live == null) {
          giveBackLeases();
          beginTurn();
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
    } catch (StopSearch ended) {
      // The verdict says why.
    } catch (Throwable failure) {
      shared.verdict().fail(failure);
    } finally {
      help.leave();
      if (berth != null) {
        noteLast(berth);
      } else if (hand != null) {
        access.offer(hand.key(), hand);
      }
      hand = null;
      giveBackLeases();
      if (berth != null) {
        berth.quit();
      }
    }
  }

  /** Leaves the hand where it is copied; a step that was cut short may be taken again. */
  private void noteLast(WorkerSnapshot mine) {
    if (!mine.isNoted()) {
      sliceStart = calls();
      note(mine);
    }
    mine.hold(hand);
  }

  private Problem guarded(Problem problem) {
    WorkerSnapshot mine = berth;
    return mine == null ? problem : problem.decorated(mine::guard);
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

  private void note(WorkerSnapshot mine) {
    LivePoint live = hand;
    long calls = live == null ? 0 : live.evaluations + calls() - sliceStart;
    renewer.note(mine);
    mine.note(live, taken, calls, renewer.owed(), meter);
  }

  /** Evaluates starts, chunk by chunk, until all are taken. */
  private void evaluateStarts() {
    try {
      new StartBatch(oracle, shared.nursery(), settings)
          .evaluateShare(
              new StartBatch.Sink() {
                private long end;

                @Override
                public void begin(long start, int count) {
                  beginTurn();
                  end = start + count;
                  renewer.begin(start, end);
                }

                @Override
                public void accept(long start, double value) {
                  loadStart(start, value);
                  renewer.begin(start + 1, end);
                }

                @Override
                public void pause() {
                  stopIfAsked();
                }
              });
    } catch (StopSearch ended) {
      throw ended;
    } catch (Throwable failure) {
      shared.verdict().fail(failure);
      throw StopSearch.INSTANCE;
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
      renewer.countBroken();
      renewer.owe();
    }
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
    Stall stall = timing != null && timing.willWatch() ? timedSlice(live, timing) : slice(live);
    if (stall != null) {
      retire(live, stall);
      return;
    }
    endStep();
    if (access.exchange(live.point.value(), live)) {
      hold();
    }
  }

  private @Nullable Stall timedSlice(LivePoint live, WorkerTimer timing) {
    long weight = timing.weight();
    long before = live.point.steps();
    long start = System.nanoTime();
    Stall stall = slice(live);
    timing.sliced(System.nanoTime() - start, live.point.steps() - before, weight);
    return stall;
  }

  private @Nullable Stall slice(LivePoint live) {
    sliceStart = calls();
    Stall stall = null;
    for (; stall == null && taken < settings.slice(); taken++) {
      stopIfAsked();
      stall = step(live.point);
      live.evaluations += calls() - sliceStart;
      sliceStart = calls();
    }
    taken = 0;
    return stall;
  }

  /** Returns the calls made so far by this worker, and by others for it. */
  private long calls() {
    return meter.evaluations() + help.borrowed();
  }

  private @Nullable Stall step(Point point) {
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
    beginStep();
    Stall stall = descent.advance(point, oracle);
    if (!Double.isFinite(point.value())) {
      stall = Stall.NOT_FINITE;
    }
    if (point.steps() != before) {
      meter.step();
      if (--stepLease == 0) {
        shared.steps().settle(stepsLeased, 0);
      }
    }
    return stall;
  }

  private void beginTurn() {
    if (timing != null) {
      timing.turn(oracle);
    }
  }

  private void beginStep() {
    beginTurn();
    if (berth != null) {
      note(berth);
      berth.beginStep();
    }
  }

  private void endStep() {
    if (berth != null) {
      berth.endStep();
    }
  }

  /** Reports a stalled point and puts something in its place. */
  private void retire(LivePoint live, Stall stall) {
    if (descent.refine(live.point, stall, shared.best())) {
      live.refined = true;
      return;
    }
    shared.director().admit();
    endStep();
    RestartDecision decision =
        shared.director().settle(live, stall, WorkerCounters.totalEvaluations(shared.meters()));
    meter.stall();
    hand = null;
    launch.retire(live);
    hand = renewer.follow(decision);
  }

  /** Makes the hops that had been decided when a checkpoint was taken. */
  private void hopAgain() {
    RestartDecision decision;
    while ((decision = renewer.nextHop()) != null) {
      if (hand != null) {
        access.offer(hand.key(), hand);
        hand = null;
      }
      hand = renewer.follow(decision);
    }
  }

  private void giveBackLeases() {
    meter.close();
    if (stepLease > 0) {
      shared.steps().settle(stepsLeased, stepLease);
      stepLease = 0;
    }
  }

  /** Where a checkpoint may be taken while there is no point in hand. */
  private final class Stops implements FreeRestarter.Stops {

    @Override
    public void pause() {
      sliceStart = calls();
      stopIfAsked();
    }

    @Override
    public void begin() {
      beginStep();
    }

    @Override
    public void end() {
      endStep();
    }
  }
}
