package org.multidescent.engine;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Ending;

/**
 * Where in the order of a reproducible search it ends: at the earliest of the events that end it,
 * whichever was seen first. It can only move to earlier places.
 */
final class Finish {

  /**
   * An event that ends the search.
   *
   * @param place where it has its place in the order
   * @param ending what it was
   * @param cause what the objective threw, if that was it
   */
  record Event(long place, Ending ending, @Nullable Throwable cause) {}

  private final AtomicReference<@Nullable Event> earliest = new AtomicReference<>();

  /** Ends the search at a place, unless it ends there or earlier. */
  void at(long place, Ending ending, @Nullable Throwable cause) {
    Event event = new Event(place, ending, cause);
    Event known;
    do {
      known = earliest.get();
      if (known != null && known.place <= place) {
        return;
      }
    } while (!earliest.compareAndSet(known, event));
  }

  /** Tells whether the search, for all that is known now, ends at a place or before it. */
  boolean isBy(long place) {
    Event event = earliest.get();
    return event != null && event.place <= place;
  }

  @Nullable Event event() {
    return earliest.get();
  }
}
