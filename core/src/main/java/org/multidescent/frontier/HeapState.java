package org.multidescent.frontier;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/** A heap's lock, and what its holder publishes for those who look without the lock. */
abstract class HeapState<T> extends PointHeap<T> {

  private static final int SPINS = 64;
  private static final int YIELDS = 64;
  private static final long PARK_NANOS = 50_000;

  private static final VarHandle LOCK = handle("lock", int.class);
  private static final VarHandle TOP = handle("top", long.class);
  private static final VarHandle COUNT = handle("count", int.class);

  private int lock;
  private int count;
  private long top = PriorityKey.NONE;

  HeapState(long expected) {
    super(expected);
  }

  /** Takes the lock unless another thread has it. */
  final boolean tryLock() {
    return (int) LOCK.getOpaque(this) == 0 && LOCK.weakCompareAndSetAcquire(this, 0, 1);
  }

  /** Takes the lock; spins, then yields, then parks while another thread has it. */
  final void lock() {
    for (int i = 0; !tryLock(); i++) {
      if (i < SPINS) {
        Thread.onSpinWait();
      } else if (i < SPINS + YIELDS) {
        Thread.yield();
      } else {
        LockSupport.parkNanos(this, PARK_NANOS);
      }
    }
  }

  /** Publishes the least key and the number of entries, and gives the lock back. */
  final void unlock() {
    TOP.setOpaque(this, least());
    COUNT.setOpaque(this, size());
    LOCK.setRelease(this, 0);
  }

  final long topOpaque() {
    return (long) TOP.getOpaque(this);
  }

  final int countOpaque() {
    return (int) COUNT.getOpaque(this);
  }

  private static VarHandle handle(String name, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(HeapState.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
