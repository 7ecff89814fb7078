package org.multidescent.engine.budget;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.multidescent.concurrent.Backoff;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.report.Ending;

/**
 * An exact budget of something all workers use up. Workers lease blocks of it, so that one unit
 * costs no shared write, and give back what they do not use.
 *
 * <p>Units are free here, leased to a worker, or used. Leases shrink as the free units do, down to
 * single units. A lease is closed when what it was for has been done, so that the budget is empty
 * once all units are spent, and that is never undone. A worker that waits for units while others
 * hold some must not itself hold what they may be waiting for.
 */
public final class EvaluationBudget {

  /** The largest lease where calls are cheap. */
  public static final long LARGE_LEASE = 4096;

  /**
   * The largest lease where a worker may keep others waiting: it never holds a unit it is not
   * using.
   */
  public static final long SMALL_LEASE = 1;

  private final Termination termination;
  private final Ending ending;
  private final int workers;
  private final long largest;
  private final boolean unlimited;
  private final IntSupplier hanging;
  private final AtomicLong free;
  private final AtomicLong unsettled;
  private final AtomicInteger leases = new AtomicInteger();

  /**
   * Creates a budget.
   *
   * @param total how many units there are, 0 or more; {@link Long#MAX_VALUE} for no limit
   * @param largest the largest lease, unless more is wanted at once
   * @param ending why the search ends when they are used up
   */
  public EvaluationBudget(
      long total, long largest, int workers, Termination termination, Ending ending) {
    this(total, largest, workers, termination, ending, () -> 0);
  }

  /**
   * Creates a budget of evaluations that may hang.
   *
   * @param total how many units there are, 0 or more; {@link Long#MAX_VALUE} for no limit
   * @param largest the largest lease, unless more is wanted at once
   * @param ending why the search ends when they are used up
   * @param hanging how many calls hang, each of which has used all of a lease: nobody waits for
   *     these
   */
  public EvaluationBudget(
      long total,
      long largest,
      int workers,
      Termination termination,
      Ending ending,
      IntSupplier hanging) {
    this.hanging = hanging;
    this.largest = largest;
    this.termination = termination;
    this.ending = ending;
    this.workers = workers;
    this.unlimited = total == Long.MAX_VALUE;
    this.free = new AtomicLong(total);
    this.unsettled = new AtomicLong(total);
  }

  /**
   * Leases units to a worker that holds none; waits while others hold some they may give back.
   *
   * @param wanted how many it wants at least, 1 or more
   * @return how many it got, 1 or more, perhaps fewer than wanted
   * @throws StopSearch if the search has ended, or ends because all units are used
   */
  public long lease(long wanted) {
    Backoff pause = new Backoff();
    while (!termination.isEnded()) {
      long units = unlimited ? Long.MAX_VALUE / 2 : take(wanted);
      if (units > 0) {
        return units;
      }
      if (unsettled.get() == 0 || isLeftToCallsThatHang()) {
        termination.end(ending);
      } else {
        pause.once();
      }
    }
    throw StopSearch.INSTANCE;
  }

  private long take(long wanted) {
    leases.incrementAndGet();
    while (true) {
      long available = free.get();
      if (available == 0) {
        leases.decrementAndGet();
        return 0;
      }
      long fair = Math.min(largest, available / (8L * workers));
      long taken = Math.min(available, Math.max(wanted, fair));
      if (free.compareAndSet(available, available - taken)) {
        return taken;
      }
    }
  }

  private boolean isLeftToCallsThatHang() {
    int calls = hanging.getAsInt();
    return calls > 0 && leases.get() <= calls && free.get() == 0;
  }

  /** Takes units that are free out of the budget, as many as there are, up to a number. */
  public void setAside(long wanted) {
    while (!unlimited) {
      long available = free.get();
      long taken = Math.min(available, wanted);
      if (free.compareAndSet(available, available - taken)) {
        unsettled.addAndGet(-taken);
        return;
      }
    }
  }

  /**
   * Ends a lease.
   *
   * @param leased how many units it was for
   * @param unused how many of them were not used
   */
  public void close(long leased, long unused) {
    if (!unlimited) {
      free.addAndGet(unused);
      unsettled.addAndGet(unused - leased);
      leases.decrementAndGet();
    }
  }
}
