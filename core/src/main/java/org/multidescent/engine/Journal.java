package org.multidescent.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Progress;

/**
 * Events for the Java Flight Recorder, if the run-time image has its module. All that names a class
 * of the recorder is behind {@link Flight}, which is not even loaded where the module is missing.
 */
final class Journal {

  private static final boolean PRESENT = isPresent();

  private Journal() {}

  /** Begins the event of a whole search; null if it is not recorded. */
  static @Nullable SearchSpan search(Settings settings) {
    return PRESENT ? Flight.search(settings) : null;
  }

  /** Begins the event of a worker without work; null if it is not recorded. */
  static @Nullable Span idle(int worker) {
    return PRESENT ? Flight.idle(worker) : null;
  }

  static void stalled(Stalled report) {
    if (PRESENT) {
      Flight.stalled(report);
    }
  }

  static void best(double value, double before) {
    if (PRESENT) {
      Flight.best(value, before);
    }
  }

  /** Begins the event of a checkpoint; null if it is not recorded. */
  static @Nullable CheckpointSpan checkpoint() {
    return PRESENT ? Flight.checkpoint() : null;
  }

  private static boolean isPresent() {
    try {
      return Flight.isPresent();
    } catch (LinkageError missing) {
      return false;
    }
  }

  /** The event of a whole search under way. */
  interface SearchSpan {

    /** Ends the event with what has come of it. */
    void end(Progress progress);
  }

  /** The event of a checkpoint under way. */
  interface CheckpointSpan {

    /** Ends the event when the checkpoint has been written. */
    void end(Path path, long bytes, long pauseNanos, long writeNanos, boolean last);
  }
}
