package org.multidescent.engine;

import org.multidescent.descent.Descent;
import org.multidescent.descent.Halt;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.Point;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Ending;

/**
 * One thread of a reproducible search: evaluates its share of the starts, then advances whichever
 * lane it is handed, some calls at a time.
 */
final class LaneWorker implements Runnable {

  /** How many calls a lane is advanced at a time; decides the speed, never the result. */
  private static final int QUANTUM = 64;

  /** With fewer calls left, points are kept as they were before a step that may be cut short. */
  private static final int SCARCE_STEPS = 32;

  private final Settings settings;
  private final LaneShared shared;
  private final StartTally tally;
  private final Descent descent;
  private final Relay relay;
  private final Oracle oracle;
  private final Launch launch;
  private final Frontier.Access<LivePoint> access;
  private final double[] startPosition;
  private final long scarce;
  private final Point before;

  LaneWorker(Settings settings, LaneShared shared, int index) {
    this.settings = settings;
    this.shared = shared;
    this.tally = shared.firstStarts().tally(index);
    this.descent = settings.descent();
    this.relay = new Relay(tally);
    this.oracle = new Oracle(settings.problem(), settings.scaling(), descent.differences(), relay);
    this.launch = new Launch(settings, shared.nursery(), shared.spread(), oracle);
    this.access = shared.frontier().access(index);
    this.startPosition = new double[oracle.dimension()];
    this.scarce = SCARCE_STEPS * (oracle.dimension() + 2L);
    this.before = descent.newPoint(oracle.dimension());
  }

  @Override
  public void run() {
    try {
      evaluateStarts();
      shared.gate().await();
      Lane lane = shared.lanes().next(null, launch);
      while (lane != null) {
        relay.to(lane);
        lane.outcome = advance(lane);
        lane = shared.lanes().next(lane, launch);
      }
    } catch (Throwable failure) {
      shared.verdict().fail(failure);
    }
  }

  private void evaluateStarts() {
    try {
      new StartBatch(oracle, shared.nursery(), settings)
          .evaluateShare(
              new StartBatch.Sink() {
                @Override
                public void begin(long start) {
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

  /** Advances a lane until its task ends or it has made some calls. */
  private LaneState.Status advance(Lane lane) {
    long until = lane.clock() + QUANTUM;
    try {
      do {
        if (perform(lane)) {
          return LaneState.Status.ENDED;
        }
      } while (lane.clock() < until);
      return LaneState.Status.READY;
    } catch (Halt spent) {
      return LaneState.Status.SPENT;
    }
  }

  /**
   * Performs the next part of a lane's task.
   *
   * @return whether the task has ended
   */
  private boolean perform(Lane lane) {
    switch (lane.task) {
      case PLANT -> {
        shared.nursery().locate(lane.start, startPosition);
        lane.value = oracle.value(startPosition);
        return true;
      }
      case LEAP -> {
        return !leap(lane);
      }
      case WARM -> {
        descend(lane, launch.start(lane.start, lane.value));
        return false;
      }
      default -> {
        return step(lane);
      }
    }
  }

  private boolean leap(Lane lane) {
    LivePoint live = launch.hop(lane.hop, lane.number);
    lane.hop();
    lane.began = lane.clock();
    if (live == null) {
      lane.hasMissed = true;
      lane.missed = launch.missed().clone();
      return false;
    }
    descend(lane, live);
    return true;
  }

  private static void descend(Lane lane, LivePoint live) {
    lane.live = live;
    lane.stall = null;
    lane.taken = 0;
    lane.task = LaneState.Task.DESCEND;
  }

  /** Takes a step; returns whether the point has stalled or its slice is over. */
  private boolean step(Lane lane) {
    if (lane.stepsLeft == 0) {
      lane.spent = Ending.STEPS;
      throw Halt.INSTANCE;
    }
    LivePoint live = lane.live;
    Point point = live.point;
    long calls = lane.clock();
    long steps = point.steps();
    boolean safe = lane.callsLeft >= scarce;
    if (!safe) {
      before.copyFrom(point);
    }
    try {
      lane.stall = descent.advance(point, oracle);
    } catch (Halt cut) {
      lane.live = restored(live, safe);
      throw cut;
    }
    live.calls += lane.clock() - calls;
    lane.taken++;
    if (point.steps() != steps) {
      lane.step();
    }
    return lane.stall != null || lane.taken == settings.slice();
  }

  /** Undoes a step that was cut short: it will be taken again, the same, if calls are found. */
  private LivePoint restored(LivePoint live, boolean safe) {
    if (!safe) {
      live.point.copyFrom(before);
      return live;
    }
    launch.retire(live);
    return launch.from(live.origin, live.startValue);
  }
}
