package org.multidescent.engine;

import org.multidescent.frontier.Frontier;
import org.multidescent.renewal.Next;
import org.multidescent.report.Ending;

/**
 * Commits the ended tasks of lanes, in the order of virtual time, and gives lanes their next tasks.
 * All of it happens under the lock of {@link Lanes}.
 */
final class Clerk {

  private final Lane[] lanes;
  private final Director director;
  private final Nursery nursery;
  private final Finish finish;
  private final Frontier<LivePoint> frontier;
  private final Frontier.Access<LivePoint> access;
  private final long limit;
  private long initialCalls;
  private volatile long starts;
  private volatile long stalls;

  Clerk(
      Settings settings,
      Lane[] lanes,
      Director director,
      Nursery nursery,
      Finish finish,
      Frontier<LivePoint> frontier) {
    this.lanes = lanes;
    this.director = director;
    this.nursery = nursery;
    this.finish = finish;
    this.frontier = frontier;
    this.access = frontier.access(0);
    this.limit = settings.budget().stalls();
  }

  /**
   * Takes over from the evaluation of the initial starts, and has those without a value replaced.
   */
  void open(long initialStarts, long broken) {
    initialCalls = initialStarts;
    starts = initialStarts;
    stalls = broken;
    for (Lane lane : lanes) {
      lane.planting = (int) Lanes.share(broken, lanes.length, lane.index);
      plantNext(lane);
    }
  }

  /** Commits the task of the lane that is the lowest of all. */
  void commit(Lane lane, Launch launch) {
    switch (lane.task) {
      case PLANT -> plant(lane);
      case LEAP -> missed(lane);
      default -> {
        if (lane.stall != null) {
          retire(lane, launch);
        } else {
          exchange(lane);
        }
      }
    }
    wake(lane.clock(), lane.index);
  }

  long starts() {
    return starts;
  }

  long stalls() {
    return stalls;
  }

  private void plant(Lane lane) {
    starts++;
    if (Double.isFinite(lane.value)) {
      access.offerStart(lane.value, Math.toIntExact(lane.start));
      lane.planting--;
    } else {
      countStall(lane);
    }
    plantNext(lane);
  }

  private void missed(Lane lane) {
    countStall(lane);
    follow(lane, director.missed(lane.hop, lane.number, lane.missed));
  }

  private void exchange(Lane lane) {
    if (access.exchange(lane.live.point.value(), lane.live)) {
      hold(lane);
    } else {
      lane.taken = 0;
      lane.status = LaneState.Status.READY;
    }
  }

  private void retire(Lane lane, Launch launch) {
    LivePoint live = lane.live;
    Decision decision = director.settle(live, lane.stall, callsUntil(lane.clock(), lane.index));
    countStall(lane);
    lane.live = null;
    launch.retire(live);
    follow(lane, decision);
  }

  private void countStall(Lane lane) {
    stalls++;
    if (stalls == limit) {
      finish.at(lane.clock(), lane.index, Ending.STALLS, null);
    }
  }

  private void follow(Lane lane, Decision decision) {
    if (decision.next() instanceof Next.Leap leap) {
      lane.hop = leap.hop();
      lane.number = decision.number();
      lane.task = LaneState.Task.LEAP;
      lane.hasMissed = false;
      lane.status = LaneState.Status.READY;
    } else {
      lane.planting = ((Next.Fresh) decision.next()).count();
      plantNext(lane);
    }
  }

  private void plantNext(Lane lane) {
    if (lane.planting > 0) {
      lane.start = nursery.claim();
      lane.task = LaneState.Task.PLANT;
      lane.status = LaneState.Status.READY;
    } else if (access.poll()) {
      hold(lane);
    } else {
      lane.status = LaneState.Status.IDLE;
    }
  }

  private void hold(Lane lane) {
    LivePoint polled = access.point();
    if (polled != null) {
      lane.live = polled;
      lane.task = LaneState.Task.DESCEND;
    } else {
      lane.start = access.start();
      lane.value = access.value();
      lane.task = LaneState.Task.WARM;
    }
    lane.stall = null;
    lane.taken = 0;
    lane.began = lane.clock();
    lane.status = LaneState.Status.READY;
  }

  /** Gives idle lanes what waits in the frontier; their clocks follow the time of the commit. */
  private void wake(long clock, int committed) {
    for (Lane lane : lanes) {
      if (lane.status == LaneState.Status.IDLE) {
        if (!access.poll()) {
          return;
        }
        lane.idleUntil(lane.index < committed ? clock + 1 : clock);
        hold(lane);
      }
    }
  }

  private long callsUntil(long clock, int committed) {
    long calls = initialCalls;
    for (Lane lane : lanes) {
      calls += lane.callsUntil(Order.lastUntil(clock, committed, lane.index));
    }
    return calls;
  }
}
