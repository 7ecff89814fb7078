package org.multidescent.engine.budget;

import java.util.concurrent.atomic.AtomicLong;
import org.multidescent.report.Ending;

/**
 * How many points are alive: waiting in the frontier or in a worker's hand. A worker that sees an
 * empty frontier must not conclude that the search is over; only this count says so. What takes a
 * stalled point's place is added before the stalled point is taken off, so that the count reaches
 * zero once, when no point is left.
 */
public final class LivePointCount {

  private final Termination termination;
  private final AtomicLong alive = new AtomicLong();

  public LivePointCount(Termination termination) {
    this.termination = termination;
  }

  public void born(long count) {
    if (count != 0) {
      alive.addAndGet(count);
    }
  }

  /** Takes off a stalled point after {@code replacements} were put in its place. */
  public void replaced(int replacements) {
    if (replacements != 1 && alive.addAndGet(replacements - 1) == 0) {
      termination.end(Ending.EXHAUSTED);
    }
  }

  public long alive() {
    return alive.get();
  }
}
