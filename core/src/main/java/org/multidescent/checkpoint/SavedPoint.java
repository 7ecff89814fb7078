package org.multidescent.checkpoint;

import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Stall;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;

/**
 * A descending point.
 *
 * @param origin where its descent began
 * @param startValue the value there
 * @param summary how its descent has gone so far
 * @param taken the steps it has taken of the slice it is in; -1 if it waits in the frontier
 * @param state all its rules remember
 * @param stall why it has stalled, if that is still to be told; else null
 */
public record SavedPoint(
    Origin origin,
    double startValue,
    DescentSummary summary,
    int taken,
    double[] state,
    @Nullable Stall stall) {

  private static final int NONE = -1;

  void write(Encoder out) {
    Origins.write(origin, out);
    out.putDouble(startValue);
    Origins.write(summary, out);
    out.putInt(taken);
    out.putDoubles(state);
    out.putInt(stall == null ? NONE : stall.ordinal());
  }

  static SavedPoint read(Decoder in) {
    return new SavedPoint(
        Origins.read(in),
        in.getDouble(),
        Origins.readSummary(in),
        in.getInt(),
        in.getDoubles(),
        readStall(in));
  }

  private static @Nullable Stall readStall(Decoder in) {
    int ordinal = in.getInt();
    if (ordinal < NONE || ordinal >= Stall.values().length) {
      throw new CheckpointException(
          "checkpoint: a stall of kind " + ordinal + " (expected: a known one)");
    }
    return ordinal == NONE ? null : Stall.values()[ordinal];
  }
}
