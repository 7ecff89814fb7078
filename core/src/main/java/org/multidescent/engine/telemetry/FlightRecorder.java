package org.multidescent.engine.telemetry;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.multidescent.catalogue.StallReport;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.report.Progress;

/**
 * Events for the Java Flight Recorder, if the run-time image has its module. All that names a class
 * of the recorder is behind {@link FlightRecorderEvents}, which is not even loaded where the module
 * is missing.
 */
public final class FlightRecorder {

  private static final boolean PRESENT = isPresent();

  private FlightRecorder() {}

  /** Begins the event of a whole search; null if it is not recorded. */
  static @Nullable public SearchSpan search(SearchSettings settings) {
    return isActive() ? FlightRecorderEvents.search(settings) : null;
  }

  /** Begins the event of a worker without work; null if it is not recorded. */
  static @Nullable EventSpan idle(int worker) {
    return isActive() ? FlightRecorderEvents.idle(worker) : null;
  }

  public static void stalled(StallReport report) {
    if (isActive()) {
      FlightRecorderEvents.stalled(report);
    }
  }

  public static void best(double value, double before) {
    if (isActive()) {
      FlightRecorderEvents.best(value, before);
    }
  }

  /** Begins the event of a checkpoint; null if it is not recorded. */
  static @Nullable public CheckpointSpan checkpoint() {
    return isActive() ? FlightRecorderEvents.checkpoint() : null;
  }

  /** Tells whether anything has been recorded: until then not even the events are loaded. */
  private static boolean isActive() {
    return PRESENT && FlightRecorderEvents.isActive();
  }

  private static boolean isPresent() {
    try {
      FlightRecorderEvents.isActive();
      return true;
    } catch (LinkageError missing) {
      return false;
    }
  }

  /** The event of a whole search under way. */
  public interface SearchSpan {

    /** Ends the event with what has come of it. */
    void end(Progress progress);
  }

  /** The event of a checkpoint under way. */
  public interface CheckpointSpan {

    /** Ends the event when the checkpoint has been written. */
    void end(Path path, long bytes, long pauseNanos, long writeNanos, boolean last);
  }
}
