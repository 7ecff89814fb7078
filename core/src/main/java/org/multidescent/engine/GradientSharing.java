package org.multidescent.engine;

import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Oracle;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.budget.WorkerCounters;
import org.multidescent.engine.checkpoint.Safepoint;
import org.multidescent.engine.checkpoint.WorkerSnapshot;
import org.multidescent.engine.settings.SharingMode;
import org.multidescent.engine.telemetry.IdleTimer;
import org.multidescent.evaluation.EvaluationSharing;
import org.multidescent.evaluation.SharedEvaluations;
import org.multidescent.evaluation.StopSearch;

/**
 * One worker's part in sharing evaluations: offers its own while others are idle, makes theirs
 * while it is idle.
 *
 * <p>Implementation note. What an evaluation costs is measured whenever evaluations are shared, and
 * while they are too cheap for that, in one of {@link #RARELY} gradients for which somebody idle
 * would be there. Before a worker waits for others to complete what they have claimed, it gives its
 * lease of calls back: they may be waiting for units. Nobody waits for a worker that has ended; all
 * waits end with the search.
 *
 * <p>A step in which others helped is not taken again from a checkpoint, for their calls, and what
 * failed of them, are counted with them: until it ends its worker is not away at the {@link
 * Safepoint}. Nor is a helper before it has completed what it has claimed, so that neither stops
 * there while the other waits for it.
 */
public final class GradientSharing implements EvaluationSharing {

  private static final int RARELY = 64;
  private static final double WORTH_NANOS = 50_000;
  private static final int SPINS = 1000;
  private static final long PARK_NANOS = 1_000_000;

  private final SharingBoard board;
  private final int index;
  private final WorkerCounters meter;
  private final Termination verdict;
  private final IdleTimer idle;
  private final @Nullable WorkerSnapshot berth;
  private boolean signedIn;
  private int skipped = RARELY;
  private double nanosPerCall;
  private long borrowed;

  /**
   * Creates a worker's part.
   *
   * @param berth the worker's place at the safepoint; null in a search that keeps no checkpoints
   */
  public GradientSharing(
      SharingBoard board,
      int index,
      WorkerCounters meter,
      Termination verdict,
      IdleTimer idle,
      @Nullable WorkerSnapshot berth) {
    this.berth = berth;
    this.idle = idle;
    this.board = board;
    this.index = index;
    this.meter = meter;
    this.verdict = verdict;
  }

  /** Returns this if anyone may ever help. */
  @Nullable
  public EvaluationSharing orNull() {
    return board.splitting() == SharingMode.NEVER ? null : this;
  }

  /** Returns how many calls others have made for this worker. */
  public long borrowed() {
    return borrowed;
  }

  @Override
  public boolean areWanted(int evaluations) {
    return board.isAnyoneIdle()
        && (berth == null || !berth.isAsked())
        && (isWorth(evaluations) || ++skipped >= RARELY);
  }

  @Override
  public void share(SharedEvaluations split, Oracle own) {
    int count = split.remaining();
    int made = 0;
    if (!isWorth(count)) {
      long start = System.nanoTime();
      made = split.work(own, 1);
      skipped = 0;
      nanosPerCall = System.nanoTime() - start;
    }
    if (!isWorth(count)) {
      split.work(own, count);
      return;
    }
    if (berth != null) {
      berth.endStep();
    }
    board.post(index, split);
    try {
      long start = System.nanoTime();
      int more = split.work(own, count);
      if (more > 0) {
        nanosPerCall = (double) (System.nanoTime() - start) / more;
        made += more;
      }
    } finally {
      board.remove(index);
    }
    await(split);
    borrowed += count - made;
  }

  private boolean isWorth(int count) {
    return board.splitting() == SharingMode.ALWAYS || nanosPerCall * count >= WORTH_NANOS;
  }

  private void await(SharedEvaluations split) {
    if (split.isComplete()) {
      return;
    }
    meter.close();
    for (int i = 0; !split.isComplete(); i++) {
      if (verdict.isEnded()) {
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
  public boolean lend(Oracle oracle) {
    if (board.splitting() != SharingMode.NEVER) {
      if (!signedIn) {
        signedIn = true;
        board.signIn(index);
      }
      SharedEvaluations split = board.find(index);
      if (split != null) {
        idle.end();
        return split.work(oracle, Integer.MAX_VALUE) > 0;
      }
    }
    idle.begin();
    return false;
  }

  /** Notes that this worker has a point again, or has ended. */
  public void leave() {
    idle.end();
    if (signedIn) {
      signedIn = false;
      board.signOut(index);
    }
  }
}
