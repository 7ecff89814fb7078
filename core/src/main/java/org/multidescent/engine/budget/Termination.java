package org.multidescent.engine.budget;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.multidescent.problem.Box;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;

/**
 * Whether, where and why a search ends.
 *
 * <p>Implementation note. Tasks have places in one order. An event at a place ends the tasks from
 * there on, and may still be replaced by an event at an earlier place; when the task at its place
 * is committed it ends the search. Place {@link #NOW} comes before all others: an event there ends
 * the search at once, and nothing replaces it. All tasks of a free-running search have that place.
 */
public final class Termination {

  /** The place before all others. */
  public static final long NOW = Long.MIN_VALUE;

  private record Event(
      long place, Ending ending, @Nullable Throwable cause, String message, boolean inOrder) {}

  private final AtomicReference<@Nullable Event> earliest = new AtomicReference<>();
  private volatile boolean broken;
  private volatile boolean cutShort;
  private volatile Runnable listener = () -> {};

  /** Says who is told once the search has ended; before it begins. */
  public void onEnd(Runnable told) {
    listener = told;
  }

  /** Set before the search's only worker begins, on its thread, and read by it. */
  private @Nullable Thread caller;

  /** Tells whether the search has ended. */
  public boolean isEnded() {
    return isEnded(NOW);
  }

  /** Tells whether the search, for all that is known now, ends at a place or before it. */
  public boolean isEnded(long place) {
    if (caller != null && caller.isInterrupted()) {
      end(Ending.INTERRUPTED);
    }
    Event event = earliest.getOpaque();
    return event != null && event.place <= place;
  }

  /** Has an interrupt of the thread that waits for the search, and does its work, end it. */
  public void endWhenInterrupted(Thread thread) {
    caller = thread;
  }

  /**
   * Tells whether a call failed because the search ends, or is to end: if the thread that waits for
   * the search was interrupted in it, the search ends here, and the thread's interrupted status,
   * which the call may have cleared, is set again.
   */
  boolean isInterrupt(Throwable failure, long place) {
    boolean interrupted =
        failure instanceof InterruptedException
            || failure.getCause() instanceof InterruptedException;
    if (interrupted && caller != null) {
      caller.interrupt();
      end(Ending.INTERRUPTED);
    }
    return interrupted && isEnded(place);
  }

  /** Ends the search, unless it has ended. */
  public void end(Ending ending) {
    switch (ending) {
      case CANCELLED, INTERRUPTED, TIME, FAILED -> cutShort = true;
      default -> {}
    }
    endAt(NOW, ending);
  }

  /**
   * Returns the end that the rules of the search gave it; null before it, or if it was cut short.
   */
  public @Nullable Ending ownEnding() {
    return isCutShort() ? null : ending();
  }

  /** Tells whether the search is to do nothing more, not even what is left for its end. */
  public boolean isCutShort() {
    return cutShort || ending() == Ending.FAILED;
  }

  /** Ends the search at a place, unless it ends there or earlier. */
  public void endAt(long place, Ending ending) {
    take(new Event(place, ending, null, "", false));
  }

  /** Ends the search at a place for a fault that is one too many. */
  public void failAt(long place, Fault fault, Box box) {
    String message = FaultRecorder.message(fault, box);
    take(new Event(place, Ending.FAILED, fault.cause(), message, false));
  }

  /** Ends the search, unless it has ended, since a part of it failed half-way through its work. */
  public void fail(Throwable failure) {
    broken = true;
    if (failure instanceof ComponentFailure part) {
      fail(part.cause(), part.message());
    } else {
      fail(failure, "the search failed: " + failure.getClass().getName());
    }
  }

  /**
   * Ends the search for a failure, unless it has ended.
   *
   * @param message a sentence that says what failed
   */
  public void fail(Throwable cause, String message) {
    take(new Event(NOW, Ending.FAILED, cause, message, false));
  }

  private void take(Event event) {
    Event known;
    do {
      known = earliest.get();
      if (known != null && known.place <= event.place) {
        return;
      }
    } while (!earliest.compareAndSet(known, event));
    if (event.place == NOW) {
      listener.run();
    }
  }

  /**
   * Ends the search if it ends at a place, or before it, that has its turn in the order.
   *
   * @return whether it ended now
   */
  public boolean commit(long place) {
    Event event;
    do {
      event = earliest.get();
      if (event == null || event.place == NOW || event.place > place) {
        return false;
      }
    } while (!earliest.compareAndSet(
        event, new Event(NOW, event.ending, event.cause, event.message, true)));
    listener.run();
    return true;
  }

  /** Tells whether the search ended at a place in its order, so that nothing behind it counts. */
  public boolean isInOrder() {
    Event event = earliest.get();
    return event != null && event.inOrder;
  }

  /** Tells whether the state of the search may be half-changed. */
  public boolean isBroken() {
    return broken;
  }

  /** Returns why the search has ended; null if it has not. */
  @Nullable
  public Ending ending() {
    Event event = earliest.get();
    return event == null || event.place != NOW ? null : event.ending;
  }

  /** Returns what made the search fail. */
  @Nullable
  public Throwable cause() {
    Event event = earliest.get();
    return event == null || event.place != NOW ? null : event.cause;
  }

  /** Returns what failed, in a sentence; empty if nothing did. */
  public String message() {
    Event event = earliest.get();
    return event == null || event.place != NOW ? "" : event.message;
  }
}
