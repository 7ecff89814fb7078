package org.multidescent.engine;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.problem.Evaluator;

/**
 * One worker's place at the {@link Safepoint}: whether it is away, and what it had then. Written by
 * the worker while it is back; read by the one who copies while it is away.
 */
final class Berth {

  private final Safepoint safepoint;
  private volatile boolean away = true;
  private volatile boolean left;
  private volatile @Nullable Thread waiter;

  private @Nullable SavedPoint saved;
  private long[] counts = new long[0];
  private long owed;
  private long faults;
  private boolean stepping;

  Berth(Safepoint safepoint) {
    this.safepoint = safepoint;
  }

  boolean isAway() {
    return away;
  }

  boolean isAsked() {
    return safepoint.isAsked();
  }

  boolean isLeft() {
    return left;
  }

  /** The worker touches nothing of the search until it is back. */
  void leave() {
    away = true;
  }

  /** The worker is back, as soon as nobody asks it to stop. */
  void enter() {
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

  void wake() {
    LockSupport.unpark(waiter);
  }

  /** The worker has ended. */
  void quit() {
    left = true;
    away = true;
  }

  /** Notes what the worker has between two steps. */
  void note(@Nullable LivePoint hand, int taken, long calls, long owedStarts, Meter meter) {
    saved =
        hand == null
            ? null
            : new SavedPoint(
                hand.origin, hand.startValue, hand.course(calls), taken, hand.point.save());
    owed = owedStarts;
    counts = meter.counts();
    faults = meter.faults();
    stepping = false;
  }

  /** The step that follows may be taken again from what was noted. */
  void beginStep() {
    stepping = true;
  }

  /** The step has ended, or cannot be taken again. */
  void endStep() {
    stepping = false;
  }

  @Nullable SavedPoint saved() {
    return saved;
  }

  long[] counts() {
    return counts;
  }

  long owed() {
    return owed;
  }

  /** Returns an evaluator during whose calls the worker is away, in a step without faults. */
  Evaluator guard(Evaluator evaluator, Meter meter) {
    return new Evaluator() {
      @Override
      public double value(double[] x) {
        boolean parted = part(meter);
        try {
          return evaluator.value(x);
        } finally {
          back(parted);
        }
      }

      @Override
      public double valueAndGradient(double[] x, double[] gradient) {
        boolean parted = part(meter);
        try {
          return evaluator.valueAndGradient(x, gradient);
        } finally {
          back(parted);
        }
      }

      @Override
      public void values(double[] positions, int count, double[] values) {
        boolean parted = part(meter);
        try {
          evaluator.values(positions, count, values);
        } finally {
          back(parted);
        }
      }
    };
  }

  private boolean part(Meter meter) {
    boolean parts = stepping && meter.faults() == faults;
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
