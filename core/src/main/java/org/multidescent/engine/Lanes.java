package org.multidescent.engine;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Ending;

/**
 * Hands lanes to workers, the lowest first, and has ended tasks committed in the order of virtual
 * time.
 *
 * <p>Implementation note. A lane's next event cannot be earlier than its clock, so the ended task
 * of the lane that is the lowest of all lanes precedes everything still to come; only then is it
 * committed. Which worker advances which lane, and how far ahead of the others, decides when things
 * happen, never in which order they count. A worker waits only if every lane that may go on is held
 * by another worker, so the lowest lane is always being advanced or committed.
 */
final class Lanes {

  /** How far a lane may be ahead of the lowest; bounds the memory of what may not count. */
  private static final long WINDOW = 1 << 16;

  private final Settings settings;
  private final Lane[] lanes;
  private final Clerk clerk;
  private final Verdict verdict;
  private final Finish finish;
  private final ReentrantLock lock = new ReentrantLock();

  Lanes(Settings settings, Lane[] lanes, Clerk clerk, Verdict verdict, Finish finish) {
    this.settings = settings;
    this.lanes = lanes;
    this.clerk = clerk;
    this.verdict = verdict;
    this.finish = finish;
  }

  /** Shares out the budget that the evaluation of the initial starts has left. */
  void open(long initialStarts, long broken) {
    long calls = settings.budget().evaluations() - initialStarts;
    for (Lane lane : lanes) {
      lane.callsLeft = share(calls, lanes.length, lane.index);
      lane.stepsLeft = share(settings.budget().steps(), lanes.length, lane.index);
    }
    clerk.open(initialStarts, broken);
  }

  /**
   * Takes back the lane in hand and hands out the next; commits what is ready for it.
   *
   * @return a lane to be advanced, or null if the search is over
   */
  @Nullable Lane next(@Nullable Lane hand, Launch launch) {
    Pause pause = new Pause();
    acquire();
    try {
      if (hand != null) {
        hand.status = hand.outcome;
      }
      while (!verdict.isEnded()) {
        Lane lowest = lowest();
        if (lowest == null) {
          openRound();
        } else if (lowest.status == LaneState.Status.ENDED) {
          clerk.commit(lowest, launch);
        } else {
          Lane ready = lowestReady(lowest.readClock());
          if (ready != null) {
            ready.status = LaneState.Status.HELD;
            return ready;
          }
          lock.unlock();
          pause.once();
          acquire();
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void acquire() {
    if (!lock.tryLock()) {
      Pause pause = new Pause();
      do {
        pause.once();
      } while (!lock.tryLock());
    }
  }

  /** Returns the lowest of all lanes with something to come before the end. */
  private @Nullable Lane lowest() {
    Lane lowest = null;
    long least = Long.MAX_VALUE;
    for (Lane lane : lanes) {
      if (lane.status != LaneState.Status.IDLE && lane.status != LaneState.Status.SPENT) {
        long clock = lane.readClock();
        if (clock < least && finish.isAfter(clock, lane.index)) {
          lowest = lane;
          least = clock;
        }
      }
    }
    return lowest;
  }

  private @Nullable Lane lowestReady(long clock) {
    Lane lowest = null;
    long least = clock + WINDOW;
    for (Lane lane : lanes) {
      if (lane.status == LaneState.Status.READY
          && lane.clock() < least
          && finish.isAfter(lane.clock(), lane.index)) {
        lowest = lane;
        least = lane.clock();
      }
    }
    if (lowest != null) {
      lowest.settle(clock - 1);
    }
    return lowest;
  }

  /**
   * Ends the search, or shares out what idle lanes have left of the budget among those that have
   * work and may not go on.
   */
  private void openRound() {
    Finish.Event event = finish.event();
    if (event != null) {
      verdict.end(event);
      return;
    }
    long calls = 0;
    long steps = 0;
    long clock = 0;
    int spent = 0;
    for (Lane lane : lanes) {
      calls += lane.callsLeft;
      steps += lane.stepsLeft;
      clock = Math.max(clock, lane.clock());
      spent += lane.status == LaneState.Status.SPENT ? 1 : 0;
    }
    if (spent == 0) {
      verdict.end(Ending.EXHAUSTED);
    } else if (calls == 0 && steps == 0) {
      verdict.end(lastSpent());
    } else if (calls == 0 || steps == 0) {
      verdict.end(calls == 0 ? Ending.EVALUATIONS : Ending.STEPS);
    } else {
      shareOut(calls, steps, spent, clock);
    }
  }

  private void shareOut(long calls, long steps, int spent, long clock) {
    int part = 0;
    for (Lane lane : lanes) {
      lane.callsLeft = 0;
      lane.stepsLeft = 0;
      if (lane.status == LaneState.Status.SPENT) {
        lane.callsLeft = share(calls, spent, part);
        lane.stepsLeft = share(steps, spent, part);
        lane.idleUntil(clock);
        lane.status = LaneState.Status.READY;
        part++;
      }
    }
  }

  /** Says what ran out in the highest of the lanes that may not go on. */
  private Ending lastSpent() {
    Lane last = lanes[0];
    for (Lane lane : lanes) {
      if (lane.status == LaneState.Status.SPENT
          && (last.status != LaneState.Status.SPENT || lane.clock() >= last.clock())) {
        last = lane;
      }
    }
    return last.spent;
  }

  /** Returns one part of a whole that is shared out evenly, the first parts one more. */
  static long share(long total, int parts, int part) {
    return total / parts + (part < total % parts ? 1 : 0);
  }
}
