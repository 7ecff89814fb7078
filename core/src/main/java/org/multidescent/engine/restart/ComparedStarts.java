package org.multidescent.engine.restart;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.Decoder;
import org.multidescent.checkpoint.Encoder;
import org.multidescent.concurrent.Threads;
import org.multidescent.descent.WorkingCoordinates;

/**
 * The starts that are compared with each other before one descends, behind a lock that is held for
 * one of them at a time.
 *
 * <p>Implementation note. Where starts are cheap, most of what is done may be comparing them. So it
 * is one worker at a time that adds those that wait in the frontier; another that comes then takes
 * one of those compared so far, and descends.
 */
public final class ComparedStarts {

  private final StartPool pool;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicBoolean comparing = new AtomicBoolean();
  private volatile boolean distant;

  /**
   * Creates an empty collection.
   *
   * @param coordinates the search's coordinates
   */
  ComparedStarts(WorkingCoordinates coordinates) {
    pool = new StartPool(coordinates);
  }

  /** Says whether the most distant start descends next, and starts are compared from now on. */
  void preferDistant(boolean isPreferred) {
    distant = isPreferred;
  }

  /** Tells whether starts are compared with each other before one descends. */
  public boolean areCompared() {
    return distant || pool.waiting() > 0;
  }

  /** Has the caller be the one who adds starts, until it {@link #end}s; false if another is. */
  public boolean begin() {
    return comparing.compareAndSet(false, true);
  }

  /** Lets another add starts. */
  public void end() {
    comparing.set(false);
  }

  /** Tells whether there is room for another start to be compared; perhaps for one no more. */
  public boolean hasRoom() {
    return !pool.isFull();
  }

  /**
   * Takes a start to be compared with others.
   *
   * @param u its position, kept
   * @return how many wait no more, for want of room
   */
  public int add(long start, double value, double[] u) {
    return locked(() -> pool.addStart(start, value, u));
  }

  /** Takes an optimum that starts are compared with. */
  void addOptimum(double value, double[] u) {
    Threads.lock(lock);
    try {
      pool.addOptimum(value, u);
    } finally {
      lock.unlock();
    }
  }

  /** Tells whether starts in wells are told from all others. */
  boolean tellsWells() {
    return pool.tellsWells();
  }

  /** Tells whether a start waits in a well not known yet. */
  boolean hasNewWell() {
    return pool.tellsWells() && locked(pool::hasNewWell);
  }

  /** Returns how many more starts are to be compared before one of them descends. */
  public int more() {
    return pool.tellsWells() ? locked(pool::more) : 0;
  }

  /** Returns the start that descends next of those compared; null if there is none. */
  public @Nullable WaitingStart take() {
    return locked(() -> pool.take(distant));
  }

  /** Returns how many starts wait that are compared. */
  public int waiting() {
    return pool.waiting();
  }

  /** Returns how many starts were dropped that waited to be compared. */
  public long dropped() {
    return pool.dropped();
  }

  /** Returns everything, for a checkpoint. */
  byte[] save() {
    return locked(
        () -> {
          Encoder out = new Encoder();
          pool.write(out);
          return out.bytes();
        });
  }

  /** Takes back what {@link #save} returned; before the workers begin. */
  void restore(byte[] saved) {
    pool.read(new Decoder(saved));
  }

  private <T extends @Nullable Object> T locked(Supplier<T> work) {
    Threads.lock(lock);
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
