package org.multidescent.engine.checkpoint;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedPerturbation;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.engine.budget.WorkerCounters;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.problem.Evaluator;
import org.multidescent.report.Fault;

/**
 * One worker's place at the {@link Safepoint}: whether it is away, and what it had then. Written by
 * the worker while it is back; read by the one who copies while it is away.
 */
public final class WorkerSnapshot {

  private final Safepoint safepoint;
  private volatile boolean away = true;
  private volatile boolean left;
  private volatile @Nullable Thread waiter;

  private @Nullable SavedPoint saved;
  private long[] counts = new long[0];
  private long owed;
  private long begunStart;
  private long begunEnd;
  private List<SavedPerturbation> hops = List.of();
  private @Nullable LivePoint held;
  private long[] faultCounts = new long[0];
  private List<Fault> faults = List.of();
  private boolean stepping;

  public WorkerSnapshot(Safepoint safepoint) {
    this.safepoint = safepoint;
  }

  public boolean isAway() {
    return away;
  }

  public boolean isAsked() {
    return safepoint.isAsked();
  }

  public boolean isLeft() {
    return left;
  }

  /** The worker touches nothing of the search until it is back. */
  public void leave() {
    away = true;
  }

  /** The worker is back, as soon as nobody asks it to stop. */
  public void enter() {
    away = false;
    boolean interrupted = false;
    while (safepoint.isAsked()) {
      waiter = Thread.currentThread();
      away = true;
      while (safepoint.isAsked()) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      away = false;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public void wake() {
    LockSupport.unpark(waiter);
  }

  /** The worker has ended. */
  public void quit() {
    left = true;
    away = true;
  }

  /** Takes the point of a worker that has ended; it goes to the frontier when all have. */
  public void hold(@Nullable LivePoint hand) {
    held = hand;
  }

  /** Notes starts and hops that are begun: the former are from an index and below another. */
  public void noteBegun(long start, long end, Collection<SavedPerturbation> begun) {
    begunStart = start;
    begunEnd = end;
    hops = List.copyOf(begun);
  }

  /** Notes what the worker has between two steps. */
  public void note(
      @Nullable LivePoint hand, int taken, long calls, long owedStarts, WorkerCounters meter) {
    saved =
        hand == null
            ? null
            : new SavedPoint(
                hand.origin, hand.startValue, hand.summary(calls), taken, hand.point.save());
    owed = owedStarts;
    counts = meter.counts();
    meter.faults().mark();
    faultCounts = meter.faults().counts();
    faults = meter.faults().recent();
    stepping = false;
  }

  /** The step, start or hop that follows may be taken again from what was noted. */
  public void beginStep() {
    stepping = true;
  }

  /** Tells whether what was noted still stands: for a step under way, or just ended. */
  public boolean isNoted() {
    return stepping;
  }

  /** The step has ended and something came of it, or it cannot be taken again. */
  public void endStep() {
    stepping = false;
  }

  public long[] faultCounts() {
    return faultCounts;
  }

  /** Returns the first faults since the worker's state was noted. */
  public List<Fault> faultsSince() {
    return faults;
  }

  @Nullable
  public LivePoint held() {
    return held;
  }

  public List<SavedPerturbation> hops() {
    return hops;
  }

  public long begunStart() {
    return begunStart;
  }

  public long begunEnd() {
    return begunEnd;
  }

  @Nullable
  public SavedPoint saved() {
    return saved;
  }

  public long[] counts() {
    return counts;
  }

  public long owed() {
    return owed;
  }

  /** Returns an evaluator during whose calls the worker is away, if they can be made again. */
  public Evaluator guard(Evaluator evaluator) {
    return new Evaluator() {
      @Override
      public double value(double[] x) {
        boolean parted = part();
        try {
          return evaluator.value(x);
        } finally {
          back(parted);
        }
      }

      @Override
      public double valueAndGradient(double[] x, double[] gradient) {
        boolean parted = part();
        try {
          return evaluator.valueAndGradient(x, gradient);
        } finally {
          back(parted);
        }
      }

      @Override
      public void values(double[] positions, int count, double[] values) {
        boolean parted = part();
        try {
          evaluator.values(positions, count, values);
        } finally {
          back(parted);
        }
      }

      @Override
      public double residuals(double[] x, double[] residuals) {
        boolean parted = part();
        try {
          return evaluator.residuals(x, residuals);
        } finally {
          back(parted);
        }
      }

      @Override
      public void jacobian(double[] x, double[] derivatives) {
        boolean parted = part();
        try {
          evaluator.jacobian(x, derivatives);
        } finally {
          back(parted);
        }
      }
    };
  }

  private boolean part() {
    boolean parts = stepping;
    if (parts) {
      leave();
    }
    return parts;
  }

  private void back(boolean parted) {
    if (parted) {
      enter();
    }
  }
}
