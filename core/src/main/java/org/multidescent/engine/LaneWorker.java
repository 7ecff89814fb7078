package org.multidescent.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Halt;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.Stall;
import org.multidescent.frontier.Frontier;
import org.multidescent.problem.Problem;
import org.multidescent.report.Ending;

/**
 * One thread of a reproducible search: evaluates its share of the starts, then performs the tasks
 * it is handed.
 */
final class LaneWorker implements Runnable {

  private final Settings settings;
  private final LaneShared shared;
  private final StartTally tally;
  private final Descent descent;
  private final Relay relay;
  private final Oracle oracle;
  private final Launch launch;
  private final Frontier.Access<LivePoint> access;
  private final double[] startPosition;
  private final TaskSize size;
  private final @Nullable Timing timing;
  private final IdleSpan idle;
  private @Nullable Lane hand;

  LaneWorker(Settings settings, LaneShared shared, int index) {
    this.settings = settings;
    this.shared = shared;
    this.tally = shared.firstStarts().tally(index);
    this.descent = settings.descent();
    this.relay = new Relay(tally);
    this.timing = shared.timing(index);
    this.idle = new IdleSpan(index, timing);
    Problem problem = settings.problem();
    this.oracle = new Oracle(problem, settings.scaling(), descent.differences(), relay);
    this.launch = new Launch(settings, shared.nursery(), shared.spread(), oracle, this::best);
    this.access = shared.frontier().access(index);
    this.startPosition = new double[oracle.dimension()];
    this.size = new TaskSize(settings);
  }

  @Override
  public void run() {
    try {
      if (!shared.settled()) {
        evaluateStarts();
        shared.gate().await();
      }
      Lane lane = next(null);
      while (lane != null) {
        hand = lane;
        relay.to(lane);
        perform(lane);
        lane = next(lane);
      }
    } catch (Throwable failure) {
      shared.verdict().fail(failure);
    }
  }

  private @Nullable Lane next(@Nullable Lane done) {
    if (timing == null || !timing.isWatching()) {
      return shared.lanes().next(done, launch, idle);
    }
    long idleBefore = timing.readIdleNanos();
    long start = System.nanoTime();
    Lane lane = shared.lanes().next(done, launch, idle);
    timing.polled(System.nanoTime() - start - (timing.readIdleNanos() - idleBefore));
    return lane;
  }

  private void evaluateStarts() {
    try {
      new StartBatch(oracle, shared.nursery(), settings)
          .evaluateShare(
              new StartBatch.Sink() {
                @Override
                public void begin(long start, int count) {
                  beginTurn();
                  tally.begin(start);
                }

                @Override
                public void accept(long start, double value) {
                  loadStart(start, value);
                }
              });
    } catch (Halt ended) {
      // The finish or the verdict says why.
    } finally {
      access.seal();
      shared.gate().arrive();
    }
  }

  private void loadStart(long start, double value) {
    shared.spread().note(start, value);
    if (Double.isFinite(value)) {
      access.load(value, (int) start);
    }
  }

  /** Returns the lowest value known to the task at hand. */
  private double best() {
    return hand == null ? Double.POSITIVE_INFINITY : hand.best;
  }

  private void perform(Lane lane) {
    try {
      switch (lane.task) {
        case PLANT -> plant(lane);
        case LEAP -> leap(lane);
        case WARM -> begin(lane, launch.start(lane.start, lane.value));
        default -> {}
      }
      if (lane.task == LaneState.Task.DESCEND) {
        slice(lane);
      }
    } catch (Halt ended) {
      // The lane, the finish or the verdict says why.
    }
  }

  /** Evaluates fresh starts, up to the first without a value. */
  private void plant(Lane lane) {
    boolean finite = true;
    while (finite && lane.planted < lane.planting) {
      shared.nursery().locate(lane.start + lane.planted, startPosition);
      beginTurn();
      double value = oracle.value(startPosition);
      lane.values[lane.planted++] = value;
      finite = Double.isFinite(value);
    }
  }

  private void leap(Lane lane) {
    beginTurn();
    LivePoint live = launch.hop(Objects.requireNonNull(lane.hop), lane.number);
    lane.hop();
    if (live == null) {
      lane.missed = launch.missed().clone();
    } else {
      begin(lane, live);
    }
  }

  private static void begin(Lane lane, LivePoint live) {
    lane.live = live;
    lane.taken = 0;
    lane.task = LaneState.Task.DESCEND;
  }

  private void slice(Lane lane) {
    if (timing == null || !timing.willWatch()) {
      descend(lane);
      return;
    }
    long weight = timing.weight();
    long before = lane.stepsTaken();
    long start = System.nanoTime();
    try {
      descend(lane);
    } finally {
      timing.sliced(System.nanoTime() - start, lane.stepsTaken() - before, weight);
    }
  }

  private void beginTurn() {
    if (timing != null) {
      timing.turn(oracle);
    }
  }

  private void descend(Lane lane) {
    LivePoint live = Objects.requireNonNull(lane.live);
    do {
      lane.note();
      lane.stall = step(lane, live);
      lane.taken++;
      if (lane.stall != null && descent.refine(live.point, lane.stall, lane.best)) {
        live.refined = true;
        lane.stall = null;
        lane.taken = 0;
      }
    } while (lane.stall == null && lane.taken < settings.slice() && !size.isEnough(lane));
  }

  private @Nullable Stall step(Lane lane, LivePoint live) {
    if (lane.stepsLeft == 0) {
      lane.spent = Ending.STEPS;
      throw Halt.INSTANCE;
    }
    long calls = lane.calls();
    long steps = live.point.steps();
    beginTurn();
    Stall stall = descent.advance(live.point, oracle);
    live.calls += lane.calls() - calls;
    if (!Double.isFinite(live.point.value())) {
      stall = Stall.BROKEN;
    }
    if (live.point.steps() != steps) {
      lane.step();
    }
    return stall;
  }
}
