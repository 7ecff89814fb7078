package org.multidescent.checkpoint;

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
 */
public record SavedPoint(
    Origin origin, double startValue, DescentSummary summary, int taken, double[] state) {

  void write(Encoder out) {
    Origins.write(origin, out);
    out.putDouble(startValue);
    Origins.write(summary, out);
    out.putInt(taken);
    out.putDoubles(state);
  }

  static SavedPoint read(Decoder in) {
    return new SavedPoint(
        Origins.read(in), in.getDouble(), Origins.readSummary(in), in.getInt(), in.getDoubles());
  }
}
