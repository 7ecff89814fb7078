package org.multidescent.engine.budget;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;

/**
 * Where in the order of a reproducible search it ends: at the earliest of the events that end it,
 * whichever was seen first. It can only move to earlier places.
 */
public final class OrderedTermination {

  /**
   * An event that ends the search.
   *
   * @param place where it has its place in the order
   * @param ending what it was
   * @param cause what the objective threw, if that was it
   * @param blame a sentence that says what failed; empty if nothing did
   */
  public record Event(long place, Ending ending, @Nullable Throwable cause, String blame) {}

  private final AtomicReference<@Nullable Event> earliest = new AtomicReference<>();

  /** Ends the search at a place, unless it ends there or earlier. */
  public void at(long place, Ending ending) {
    at(new Event(place, ending, null, ""));
  }

  /** Ends the search at a place for a fault that is one too many. */
  public void at(long place, Fault fault) {
    at(failed(place, fault));
  }

  /** Returns the event that a fault is one too many. */
  public static Event failed(long place, Fault fault) {
    return new Event(place, Ending.FAILED, fault.cause(), FaultRecorder.blame(fault));
  }

  private void at(Event event) {
    Event known;
    do {
      known = earliest.get();
      if (known != null && known.place <= event.place) {
        return;
      }
    } while (!earliest.compareAndSet(known, event));
  }

  /** Tells whether the search, for all that is known now, ends at a place or before it. */
  public boolean isBy(long place) {
    Event event = earliest.get();
    return event != null && event.place <= place;
  }

  @Nullable
  public Event event() {
    return earliest.get();
  }
}
