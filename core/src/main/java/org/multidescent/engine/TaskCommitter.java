package org.multidescent.engine;

import java.util.Objects;
import org.multidescent.engine.budget.OrderedTermination;
import org.multidescent.engine.restart.DescentFactory;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.RestartCoordinator;
import org.multidescent.engine.restart.RestartDecision;
import org.multidescent.engine.restart.StartSource;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Ending;
import org.multidescent.restart.Next;
import org.multidescent.restart.Perturbation;

/**
 * Commits what a lane has done and decides what it does next. All of it happens in the order of the
 * tasks, under the lock of {@link TaskOrder}.
 */
public final class TaskCommitter {

  /** How many times more calls a step may use after one has used up all it had. */
  private static final int MORE = 4;

  private final SearchSettings settings;
  private final RestartCoordinator director;
  private final StartSource nursery;
  private final OrderedTermination finish;
  private final OrderedTotals totals;
  private final Frontier.Access<LivePoint> access;

  public TaskCommitter(
      SearchSettings settings,
      RestartCoordinator director,
      StartSource nursery,
      OrderedTermination finish,
      OrderedTotals totals,
      Frontier<LivePoint> frontier) {
    this.settings = settings;
    this.director = director;
    this.nursery = nursery;
    this.finish = finish;
    this.totals = totals;
    this.access = frontier.access(0);
  }

  /** Gives a lane its first task; some have to replace starts without a value. */
  public void open(Task lane, int broken) {
    lane.owed = broken;
    plantNext(lane);
  }

  /** Commits a task that was not cut short, or was at the end of the search. */
  public void commit(Task lane, DescentFactory launch) {
    switch (lane.task) {
      case PLANT -> plant(lane);
      case LEAP -> {
        if (lane.missed != null) {
          missed(lane, launch);
        }
      }
      case DESCEND -> descend(lane, launch);
      default -> throw new IllegalStateException("task: " + lane.task);
    }
  }

  /** Has an idle lane take a point, if one waits. */
  public void wake(Task lane) {
    if (access.poll()) {
      hold(lane);
    }
  }

  private void plant(Task lane) {
    for (int k = 0; k < lane.planted; k++) {
      totals.starts++;
      lane.planting--;
      if (Double.isFinite(lane.values[k])) {
        access.offerStart(lane.values[k], Math.toIntExact(lane.start + k));
      } else {
        lane.owed++;
        countStall(lane);
      }
    }
    lane.start += lane.planted;
    plantNext(lane);
  }

  private void missed(Task lane, DescentFactory launch) {
    countStall(lane);
    Perturbation hop = Objects.requireNonNull(lane.hop);
    double[] from = Objects.requireNonNull(lane.missed);
    follow(lane, director.missed(hop, lane.number, from, totals.calls()), launch);
  }

  private void descend(Task lane, DescentFactory launch) {
    LivePoint live = Objects.requireNonNull(lane.live);
    lane.occupied = true;
    if (lane.spent == Ending.EVALUATIONS) {
      lane.allowance *= MORE;
      lane.live = launch.from(live.origin, live.startValue, live.best);
      lane.taken = 0;
      launch.retire(live);
    } else if (lane.stall != null) {
      RestartDecision decision = director.settle(live, lane.stall, totals.calls());
      countStall(lane);
      lane.live = null;
      lane.occupied = false;
      launch.retire(live);
      follow(lane, decision, launch);
    } else if (lane.taken == settings.slice()) {
      lane.taken = 0;
      if (access.exchange(live.point.value(), live)) {
        hold(lane);
      }
    }
  }

  private void countStall(Task lane) {
    totals.stalls++;
    if (totals.stalls == settings.budget().stalls()) {
      finish.at(lane.place, Ending.STALLS);
    }
  }

  private void follow(Task lane, RestartDecision decision, DescentFactory launch) {
    if (decision.next() instanceof Next.Perturb leap) {
      boolean kept = settings.safety().file() != null;
      lane.hop = kept ? launch.draw(leap.perturbation(), decision.number()) : leap.perturbation();
      lane.number = decision.number();
      lane.missed = null;
      lane.allowance = 1;
      lane.task = TaskFields.Kind.LEAP;
    } else {
      lane.owed = ((Next.Fresh) decision.next()).count();
      plantNext(lane);
    }
  }

  private void plantNext(Task lane) {
    lane.planted = 0;
    if (lane.planting == 0 && lane.owed > 0) {
      lane.start = nursery.claim(lane.owed, Long.MAX_VALUE);
      lane.planting = lane.owed;
      lane.owed = 0;
    }
    if (lane.planting > 0) {
      lane.values = lane.values.length < lane.planting ? new double[lane.planting] : lane.values;
      lane.task = TaskFields.Kind.PLANT;
    } else if (access.poll()) {
      hold(lane);
    } else {
      lane.task = TaskFields.Kind.NONE;
    }
  }

  private void hold(Task lane) {
    LivePoint polled = access.point();
    lane.live = polled;
    if (polled == null) {
      lane.start = access.start();
      lane.value = access.value();
    }
    lane.task = polled == null ? TaskFields.Kind.WARM : TaskFields.Kind.DESCEND;
    lane.taken = 0;
    lane.allowance = 1;
    lane.occupied = true;
  }
}
