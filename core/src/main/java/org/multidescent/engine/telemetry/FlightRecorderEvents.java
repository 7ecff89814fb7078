package org.multidescent.engine.telemetry;

import org.jspecify.annotations.Nullable;
import org.multidescent.catalogue.StallReport;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.report.Origin;

/** Fills the events of the Java Flight Recorder. */
final class FlightRecorderEvents {

  private FlightRecorderEvents() {}

  /**
   * Tells whether a recording has been made or is under way in this virtual machine; throws a
   * linkage error where the recorder is missing.
   */
  static boolean isActive() {
    return jdk.jfr.FlightRecorder.isInitialized();
  }

  public static FlightRecorder.@Nullable SearchSpan search(SearchSettings settings) {
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

  static @Nullable EventSpan idle(int worker) {
    IdleEvent event = new IdleEvent();
    if (!event.isEnabled()) {
      return null;
    }
    event.worker = worker;
    event.begin();
    return event::commit;
  }

  public static FlightRecorder.@Nullable CheckpointSpan checkpoint() {
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

  public static void stalled(StallReport report) {
    StallEvent event = new StallEvent();
    if (event.shouldCommit()) {
      event.reason = report.stall().name();
      event.origin = report.origin() instanceof Origin.Drawn drawn ? drawn.kind() : "start";
      event.startValue = report.startValue();
      event.value = report.value();
      event.evaluations = report.descent().evaluations();
      event.allEvaluations = report.at();
      event.commit();
    }
  }

  public static void best(double value, double before) {
    BestEvent event = new BestEvent();
    if (event.shouldCommit()) {
      event.value = value;
      event.before = before;
      event.commit();
    }
  }
}
