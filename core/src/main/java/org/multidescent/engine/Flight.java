package org.multidescent.engine;

import jdk.jfr.EventType;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Origin;

/** Fills the events of the Java Flight Recorder. */
final class Flight {

  private Flight() {}

  /** Returns true; throws a linkage error where the recorder is missing. */
  static boolean isPresent() {
    return EventType.getEventType(BestEvent.class) != null;
  }

  static Journal.@Nullable SearchSpan search(Settings settings) {
    SearchEvent event = new SearchEvent();
    if (!event.isEnabled()) {
      return null;
    }
    event.begin();
    return progress -> {
      event.end();
      if (event.shouldCommit()) {
        event.fill(settings, progress);
        event.commit();
      }
    };
  }

  static @Nullable Span idle(int worker) {
    IdleEvent event = new IdleEvent();
    if (!event.isEnabled()) {
      return null;
    }
    event.worker = worker;
    event.begin();
    return event::commit;
  }

  static Journal.@Nullable CheckpointSpan checkpoint() {
    CheckpointEvent event = new CheckpointEvent();
    if (!event.isEnabled()) {
      return null;
    }
    event.begin();
    return (path, bytes, pauseNanos, writeNanos, last) -> {
      event.end();
      if (event.shouldCommit()) {
        event.path = path.toString();
        event.bytes = bytes;
        event.pause = pauseNanos;
        event.write = writeNanos;
        event.last = last;
        event.commit();
      }
    };
  }

  static void stalled(Stalled report) {
    StallEvent event = new StallEvent();
    if (event.shouldCommit()) {
      event.reason = report.stall().name();
      event.origin = report.origin() instanceof Origin.Hop hop ? hop.kind() : "start";
      event.startValue = report.startValue();
      event.value = report.value();
      event.calls = report.course().calls();
      event.allCalls = report.at();
      event.commit();
    }
  }

  static void best(double value, double before) {
    BestEvent event = new BestEvent();
    if (event.shouldCommit()) {
      event.value = value;
      event.before = before;
      event.commit();
    }
  }
}
