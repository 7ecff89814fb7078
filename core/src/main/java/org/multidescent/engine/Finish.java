package org.multidescent.engine;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Ending;

/**
 * Where in virtual time a search ends: at the earliest of the events that end it, whichever was
 * seen first. It can only move to earlier times.
 */
final class Finish {

  /**
   * An event that ends the search.
   *
   * @param clock the clock of the lane, after the call
   * @param lane in which lane
   * @param ending what it was
   * @param cause what the objective threw, if that was it
   */
  record Event(long clock, int lane, Ending ending, @Nullable Throwable cause) {}

  private final AtomicReference<@Nullable Event> earliest = new AtomicReference<>();

  /** Ends the search at a time, unless it ends by then. */
  void at(long clock, int lane, Ending ending, @Nullable Throwable cause) {
    Event event = new Event(clock, lane, ending, cause);
    Event known;
    do {
      known = earliest.get();
      if (known != null && !Order.precedes(clock, lane, known.clock, known.lane)) {
        return;
      }
    } while (!earliest.compareAndSet(known, event));
  }

  /** Tells whether the search, for all that is known now, ends before a time. */
  boolean isBefore(long clock, int lane) {
    Event event = earliest.get();
    return event != null && Order.precedes(event.clock, event.lane, clock, lane);
  }

  /** Tells whether a time is before the end, for all that is known now. */
  boolean isAfter(long clock, int lane) {
    Event event = earliest.get();
    return event == null || Order.precedes(clock, lane, event.clock, event.lane);
  }

  @Nullable Event event() {
    return earliest.get();
  }
}
