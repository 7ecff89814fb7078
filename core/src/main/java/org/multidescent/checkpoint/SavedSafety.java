package org.multidescent.checkpoint;

import java.time.Duration;
import org.multidescent.report.FailurePolicy;
import org.multidescent.util.Require;

/**
 * What was done so that nothing was lost.
 *
 * @param every time between two checkpoints
 * @param failures what was done about an objective that failed
 * @param lateClock whether the budget of time counted from the end of the first call
 */
public record SavedSafety(Duration every, FailurePolicy failures, boolean lateClock) {

  /**
   * Creates the settings.
   *
   * @param every longer than zero
   * @param failures as above
   * @param lateClock as above
   */
  public SavedSafety {
    Require.positive("every", every);
  }

  void write(Encoder out) {
    out.putLong(every.toNanos());
    out.putLong(failures.tolerated());
    out.putLong(failures.callTimeout().toNanos());
    out.putBoolean(failures.replacesWorkers());
    out.putBoolean(lateClock);
  }

  static SavedSafety read(Decoder in) {
    return new SavedSafety(
        Duration.ofNanos(in.getLong()),
        new FailurePolicy(in.getLong(), Duration.ofNanos(in.getLong()), in.getBoolean()),
        in.getBoolean());
  }
}
