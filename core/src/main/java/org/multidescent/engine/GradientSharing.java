package org.multidescent.engine;

import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Oracle;
import org.multidescent.engine.budget.BestSource;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.settings.SharingMode;
import org.multidescent.engine.telemetry.IdleTimer;
import org.multidescent.evaluation.EvaluationSharing;
import org.multidescent.evaluation.SharedEvaluations;
import org.multidescent.evaluation.StopSearch;

/**
 * One worker's part in sharing evaluations: offers its own while others are idle, makes theirs
 * while it is idle.
 *
 * <p>Implementation note. Before a worker waits for others to complete what they have claimed, it
 * gives its evaluations back: they may be waiting for some. Nobody waits for a worker that has
 * ended; all waits end with the search.
 *
 * <p>Who makes an evaluation counts it. For checkpoints, the one it was made for counts it as
 * borrowed when its gradient is complete, and the one who made it as lent: so it belongs to the
 * step it was made for, whatever moments the records of both are of.
 */
final class GradientSharing implements EvaluationSharing {

  private static final int SPINS = 1000;
  private static final long PARK_NANOS = 1_000_000;

  private final SharingBoard board;
  private final int index;
  private final TaskCounters counters;
  private final Termination termination;
  private final IdleTimer idle;
  private final SharingThreshold threshold;
  private boolean signedIn;

  GradientSharing(
      SharingBoard board,
      int index,
      TaskCounters counters,
      Termination termination,
      IdleTimer idle) {
    this.idle = idle;
    this.board = board;
    this.index = index;
    this.counters = counters;
    this.termination = termination;
    this.threshold = new SharingThreshold(board.splitting() == SharingMode.ALWAYS);
  }

  /** Returns this if anyone may ever help. */
  @Nullable EvaluationSharing orNull() {
    return board.splitting() == SharingMode.NEVER ? null : this;
  }

  @Override
  public boolean areWanted(int evaluations) {
    return board.isAnyoneIdle() && threshold.isToBeTried(evaluations);
  }

  @Override
  public void share(SharedEvaluations split, Oracle own) {
    int count = split.remaining();
    int made = 0;
    BestSource.Descent descent = counters.source().current(counters.evaluations());
    if (!threshold.isReached(count)) {
      long start = System.nanoTime();
      made = work(split, own, descent, 1);
      threshold.measuredAgain(System.nanoTime() - start);
    }
    if (!threshold.isReached(count)) {
      work(split, own, descent, count);
      return;
    }
    board.post(index, new SharingBoard.Post(split, descent));
    try {
      long start = System.nanoTime();
      int more = work(split, own, descent, count);
      threshold.measured(System.nanoTime() - start, more);
      made += more;
    } finally {
      board.remove(index);
    }
    await(split);
    counters.borrow(count - made);
    counters.source().descent(descent, counters.evaluations() - count);
  }

  private void await(SharedEvaluations split) {
    if (split.isComplete()) {
      return;
    }
    counters.giveBackEvaluations();
    for (int i = 0; !split.isComplete(); i++) {
      if (termination.isEnded()) {
        throw StopSearch.INSTANCE;
      }
      if (i < SPINS) {
        Thread.onSpinWait();
      } else {
        split.park(PARK_NANOS);
      }
    }
  }

  /**
   * Makes evaluations for others, while this worker has no point.
   *
   * @return whether there were any
   */
  boolean lend(Oracle oracle) {
    if (board.splitting() != SharingMode.NEVER) {
      if (!signedIn) {
        signedIn = true;
        board.signIn(index);
      }
      SharingBoard.Post post = board.find(index);
      if (post != null) {
        idle.end();
        return work(post, oracle);
      }
    }
    idle.begin();
    return false;
  }

  private boolean work(SharingBoard.Post post, Oracle oracle) {
    long before = counters.evaluations();
    try {
      return work(post.evaluations(), oracle, post.descent(), Integer.MAX_VALUE) > 0;
    } finally {
      counters.lend(counters.evaluations() - before);
    }
  }

  private int work(SharedEvaluations split, Oracle oracle, BestSource.Descent descent, int most) {
    return split.work(
        oracle, most, index -> counters.source().descent(descent, counters.evaluations() - index));
  }

  /** Tells that this worker has a point again, or has ended. */
  void leave() {
    idle.end();
    if (signedIn) {
      signedIn = false;
      board.signOut(index);
    }
  }
}
