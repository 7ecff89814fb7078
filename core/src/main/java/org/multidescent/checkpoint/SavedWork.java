package org.multidescent.checkpoint;

import org.jspecify.annotations.Nullable;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Ending;

/**
 * How long a search has worked, and why it ended.
 *
 * @param nanos how long, in nanoseconds
 * @param ending the end that its rules gave it; null if it has not ended, was cut short or failed
 */
public record SavedWork(long nanos, @Nullable Ending ending) {

  private static final Ending[] ENDINGS = Ending.values();

  void write(Encoder out) {
    out.putLong(nanos);
    out.putInt(ending == null ? -1 : ending.ordinal());
  }

  static SavedWork read(Decoder in) {
    long nanos = in.getLong();
    int ordinal = in.getInt();
    if (ordinal < -1 || ordinal >= ENDINGS.length) {
      throw new CheckpointException("checkpoint: ending " + ordinal + " (expected: a known one)");
    }
    return new SavedWork(nanos, ordinal < 0 ? null : ENDINGS[ordinal]);
  }
}
