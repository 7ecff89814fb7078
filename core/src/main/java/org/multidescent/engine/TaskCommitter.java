package org.multidescent.engine;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.descent.Stall;
import org.multidescent.engine.restart.ComparedStarts;
import org.multidescent.engine.restart.DescentFactory;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.Race;
import org.multidescent.engine.restart.RestartDecision;
import org.multidescent.engine.restart.WaitingStart;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.Ending;
import org.multidescent.restart.Next;
import org.multidescent.restart.Perturbation;

/** Commits what a task has done and decides what comes next in its place. */
final class TaskCommitter {

  /** How many times more evaluations a step may use after one has used up all it had. */
  private static final int MORE = 4;

  /** While so many points wait, one start takes the place of a point, whatever was decided. */
  private static final int CROWD = 1 << 20;

  /** What a schedule does at a commit. */
  interface Order {

    /**
     * Counts a stall against the budget.
     *
     * @throws StopSearch if it is one too many; it is then not counted
     */
    default void admit() {}

    /** Tells that a task has counted a stall. */
    default void stalled(Task task) {}

    /** Tells that a run of an evolution strategy waits, and its task does something else. */
    default void paused() {}

    /** Tells that such a run takes the place of a point. */
    default void resumed() {}

    /** Tells that fresh starts take the place of a point. */
    default void replaced(int count) {}

    /** Tells that starts no longer wait, for want of room; or, if negative, that more will. */
    default void dropped(int count) {}

    /** Tells that initial starts are in the frontier, or outstanding. */
    void initialised(Task task, int count);

    /** Returns the evaluations made in the whole search, as far as they count by now. */
    long evaluations();

    /** Draws starts that a task owes. */
    void draw(Task task);
  }

  private final EngineState state;
  private final InitialStarts initial;
  private final Order order;
  private final StartCommitter starts;

  /** Where descents are compared on their way; null if they are not, so that nobody meets there. */
  private final @Nullable Race race;

  TaskCommitter(EngineState state, InitialStarts initial, Order order) {
    this.state = state;
    this.initial = initial;
    this.order = order;
    this.starts = new StartCommitter(state, initial, order);
    this.race = state.coordinator().race();
  }

  /**
   * Commits a task that was not cut short, or was at the end of the search.
   *
   * @param access the access of the worker that commits
   * @param factory the factory of the worker that commits
   */
  void commit(Task task, Frontier.Access<LivePoint> access, DescentFactory factory) {
    switch (task.kind) {
      case INITIAL, STARTS -> starts(task, access, factory);
      case PERTURBATION -> {
        if (task.missed != null) {
          missed(task, access, factory);
        }
      }
      case DESCENT -> descent(task, access, factory);
      case NONE, COLD -> {}
    }
  }

  private void starts(Task task, Frontier.Access<LivePoint> access, DescentFactory factory) {
    if (task.done == 0) {
      advance(task, access);
      return;
    }
    long last = task.start + task.done - 1;
    double value = task.values[task.done - 1];
    boolean leads = task.kind == TaskKind.INITIAL && initial.isLead(last);
    starts.commit(task, access);
    if (leads && Double.isFinite(value)) {
      descend(task, last, value);
    } else if (task.kind == TaskKind.STARTS && !Double.isFinite(value) && isIdle(task)) {
      lost(task, last, access, factory);
    } else {
      advance(task, access);
    }
  }

  private boolean isIdle(Task task) {
    return task.count == 0
        && task.outstanding == 0
        && state.frontier().size() + state.coordinator().starts().waiting() == 0;
  }

  /** Asks what is to take the place of a start without a value, while nothing else waits. */
  private void lost(
      Task task, long start, Frontier.Access<LivePoint> access, DescentFactory factory) {
    RestartDecision decision = state.coordinator().lost(start, order.evaluations());
    if (decision != null && decision.resumed() != null) {
      task.descend(decision.resumed());
      task.allowance = 1;
    } else if (decision != null
        && decision.next() instanceof Next.Perturb
        && state.startSource().takeReplacement()) {
      follow(task, decision, access, factory);
    } else {
      advance(task, access);
    }
  }

  /** Counts the starts a task has evaluated, and puts them into the frontier. */
  void commitStarts(Task task, Frontier.Access<LivePoint> access) {
    starts.commit(task, access);
  }

  private void missed(Task task, Frontier.Access<LivePoint> access, DescentFactory factory) {
    order.admit();
    task.counters.perturbation();
    countStall(task);
    Perturbation perturbation = Objects.requireNonNull(task.perturbation);
    double[] from = Objects.requireNonNull(task.missed);
    RestartDecision decision =
        state.coordinator().missed(perturbation, task.number, from, order.evaluations());
    follow(task, decision, access, factory);
  }

  private void descent(Task task, Frontier.Access<LivePoint> access, DescentFactory factory) {
    LivePoint live = Objects.requireNonNull(task.live);
    int rung = race == null ? 0 : state.settings().path().descent().steps().rung(live.point);
    if (task.counters.spent() == Ending.EVALUATIONS) {
      task.allowance *= MORE;
      task.live = factory.from(live.origin, live.startValue, live.best);
      task.taken = 0;
      factory.retire(live);
    } else if (task.stall != null && !initial.isOpen()) {
      tellEnd(task, live, task.stall);
      live.stall = task.stall;
      initial.holdBack(live);
      task.live = null;
      task.stall = null;
      advance(task, access);
    } else if (task.stall != null) {
      order.admit();
      leaveRace(task);
      tellEnd(task, live, task.stall);
      RestartDecision decision = state.coordinator().decide(live, task.stall, order.evaluations());
      countStall(task);
      task.live = null;
      task.stall = null;
      factory.retire(live);
      follow(task, decision, access, factory);
    } else if (live.point.offspring() > 0 && !task.cut) {
      leaveRace(task);
      order.paused();
      task.live = null;
      follow(task, state.coordinator().pause(live, order.evaluations()), access, factory);
    } else if (race != null && rung > live.rung) {
      leaveRace(task);
      live.rung = rung;
      race.reached(rung, live.point.value());
      access.offer(live.key(), live);
      task.live = null;
      task.taken = 0;
      advance(task, access);
    } else if (task.taken == state.settings().path().slice()) {
      task.taken = 0;
      if (initial.isOpen() && access.exchange(live.key(), live)) {
        leaveRace(task);
        take(task, access);
      }
    }
  }

  /** Tells of a point that goes on from a checkpoint. */
  void resumed(Task task) {
    if (task.holdsPoint()) {
      enterRace(task, task.live);
    }
  }

  private void enterRace(Task task, @Nullable LivePoint live) {
    if (race != null) {
      task.rung = live == null ? 0 : live.rung;
      race.enter(task.rung);
    }
  }

  private void leaveRace(Task task) {
    if (race != null && task.rung >= 0) {
      race.leave(task.rung);
      task.rung = -1;
    }
  }

  /** Tells how the descent ended that the best value comes from, if this is the one. */
  private void tellEnd(Task task, LivePoint live, Stall stall) {
    double value = live.point.value();
    double[] u = live.point.position();
    DescentEnd end = live.end(stall, state.settings().path().descent());
    if (value == task.counters.best() && Arrays.equals(u, task.counters.bestPosition())) {
      task.counters.source().ended(end);
    }
    state.totals().ended(value, u, end);
  }

  private void countStall(Task task) {
    task.counters.stall();
    order.stalled(task);
  }

  private void follow(
      Task task,
      RestartDecision decision,
      Frontier.Access<LivePoint> access,
      DescentFactory factory) {
    if (decision.resumed() != null) {
      order.resumed();
      task.descend(decision.resumed());
      task.allowance = 1;
    } else if (decision.next() instanceof Next.Perturb next) {
      task.perturbation =
          state.isKept()
              ? factory.draw(next.perturbation(), decision.number())
              : next.perturbation();
      task.number = decision.number();
      task.missed = null;
      task.allowance = 1;
      task.kind = TaskKind.PERTURBATION;
    } else {
      int count = ((Next.Fresh) decision.next()).count();
      if (count > 1 && state.frontier().size() >= CROWD) {
        count = 1;
      }
      task.outstanding += count;
      order.replaced(count);
      advance(task, access);
    }
  }

  /** Finds what comes next: starts that are left or outstanding, else the best point that waits. */
  void advance(Task task, Frontier.Access<LivePoint> access) {
    if (task.count > 0) {
      task.done = 0;
    } else if (!initial.isOpen()) {
      initial.claim(task);
    } else if (task.outstanding > 0) {
      order.draw(task);
    } else {
      poll(task, access);
    }
  }

  /** Finds what waits: the first descent, the best point, or a start that is to be replaced. */
  private void poll(Task task, Frontier.Access<LivePoint> access) {
    LivePoint held = initial.takeHeld();
    if (held != null) {
      task.descend(held);
      task.allowance = 1;
    } else if (!takeWaiting(task, access)) {
      task.kind = TaskKind.NONE;
      if (state.startSource().takeReplacement()) {
        task.outstanding = 1;
        order.draw(task);
      }
    }
  }

  private boolean takeWaiting(Task task, Frontier.Access<LivePoint> access) {
    if (state.coordinator().starts().areCompared() && compare(task, access)) {
      return true;
    }
    return access.poll() && takeInRace(task, access);
  }

  /** Takes what was polled, unless it waits until others have come as far. */
  private boolean takeInRace(Task task, Frontier.Access<LivePoint> access) {
    LivePoint polled = access.point();
    if (race != null && polled != null && polled.rung > 0) {
      switch (race.decide(polled.rung, polled.point.value())) {
        case WAIT -> {
          access.offer(polled.key(), polled);
          return false;
        }
        case END -> polled.stall = Stall.OUTRUN;
        case GO_ON -> {}
      }
    }
    take(task, access);
    return true;
  }

  /**
   * Has the starts that wait be compared, unless another worker is at it, and takes the one that
   * descends next, or draws more of them; or takes a point that waits before them.
   *
   * @return whether there is anything to do
   */
  private boolean compare(Task task, Frontier.Access<LivePoint> access) {
    ComparedStarts compared = state.coordinator().starts();
    boolean begun = compared.begin();
    try {
      while ((begun || compared.waiting() == 0) && compared.hasRoom() && access.poll()) {
        if (access.point() != null) {
          take(task, access);
          return true;
        }
        double[] u = new double[state.settings().path().problem().dimension()];
        state.startSource().locate(access.start(), u);
        order.dropped(compared.add(access.start(), access.value(), u));
      }
    } finally {
      if (begun) {
        compared.end();
      }
    }
    int more = compared.more();
    if (more > 0) {
      order.dropped(-more);
      task.outstanding = more;
      order.draw(task);
      return true;
    }
    WaitingStart next = compared.take();
    if (next != null) {
      descend(task, next.start(), next.value());
    }
    return next != null;
  }

  private void take(Task task, Frontier.Access<LivePoint> access) {
    LivePoint polled = access.point();
    enterRace(task, polled);
    if (polled == null) {
      descend(task, access.start(), access.value());
    } else {
      task.descend(polled);
      task.allowance = 1;
    }
  }

  private static void descend(Task task, long start, double value) {
    task.live = null;
    task.start = start;
    task.value = value;
    task.kind = TaskKind.COLD;
    task.taken = 0;
    task.allowance = 1;
  }
}
