package org.multidescent.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.multidescent.concurrent.Threads;
import org.multidescent.engine.telemetry.IdleTimer;

/**
 * The workers of a reproducible search that have no task, and the evaluations of others that they
 * may make until they have one. Guarded by the lock of {@link OrderedSchedule}, but for {@link
 * #isAny}.
 */
final class IdleWorkers {

  private static final long LONGEST_WAIT_NANOS = 1_000_000;

  private final ReentrantLock lock;
  private final Condition changed;
  private final List<PostedEvaluations> posts = new ArrayList<>();
  private final Condition turn;
  private int turns;
  private volatile int waiting;

  IdleWorkers(ReentrantLock lock) {
    this.lock = lock;
    this.changed = lock.newCondition();
    this.turn = lock.newCondition();
  }

  /** Tells whether anyone waits; from any thread. */
  boolean isAny() {
    return waiting > 0;
  }

  /** Has one of those that wait look for a task. */
  void wakeOne() {
    if (waiting > 0) {
      changed.signal();
    }
  }

  /** Waits a while; returns whether the thread was interrupted. */
  @SuppressWarnings("NonAtomicOperationOnVolatileField") // Written under the lock.
  boolean await(IdleTimer idle) {
    idle.begin();
    waiting++;
    try {
      changed.awaitNanos(LONGEST_WAIT_NANOS);
      return false;
    } catch (InterruptedException early) {
      return true;
    } finally {
      waiting--;
    }
  }

  /** Waits a while for another task to have its turn; returns whether it was interrupted. */
  boolean awaitTurn() {
    turns++;
    try {
      turn.awaitNanos(LONGEST_WAIT_NANOS);
      return false;
    } catch (InterruptedException early) {
      return true;
    } finally {
      turns--;
    }
  }

  /** Tells that another task has its turn. */
  void nextTurn() {
    if (turns > 0) {
      turn.signalAll();
    }
  }

  /** Returns what is left to be evaluated of the first task in the order; null if nothing is. */
  @Nullable PostedEvaluations next() {
    return posts.stream()
        .filter(post -> post.evaluations().remaining() > 0)
        .min(Comparator.comparingLong(PostedEvaluations::place))
        .orElse(null);
  }

  /** Shows evaluations to all who wait; without the lock. */
  void post(PostedEvaluations evaluations) {
    Threads.lock(lock);
    try {
      posts.add(evaluations);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Withdraws evaluations that were posted; without the lock. */
  void remove(PostedEvaluations evaluations) {
    Threads.lock(lock);
    try {
      posts.remove(evaluations);
    } finally {
      lock.unlock();
    }
  }
}
