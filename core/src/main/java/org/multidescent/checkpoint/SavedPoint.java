package org.multidescent.checkpoint;

import org.multidescent.report.Origin;

/**
 * A descending point.
 *
 * @param origin where its descent began
 * @param startValue the value there
 * @param calls the calls its descent has made
 * @param taken the steps it has taken of the slice it is in; -1 if it waits in the frontier
 * @param state all its rules remember
 */
public record SavedPoint(Origin origin, double startValue, long calls, int taken, double[] state) {

  void write(Encoder out) {
    Origins.write(origin, out);
    out.putDouble(startValue);
    out.putLong(calls);
    out.putInt(taken);
    out.putDoubles(state);
  }

  static SavedPoint read(Decoder in) {
    return new SavedPoint(
        Origins.read(in), in.getDouble(), in.getLong(), in.getInt(), in.getDoubles());
  }
}
