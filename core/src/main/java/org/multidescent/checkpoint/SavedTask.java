package org.multidescent.checkpoint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lane of a reproducible search is at.
 *
 * @param lane the lane's number
 * @param kind what kind of task it is, by the order of the kinds
 * @param dispatched whether it has been settled what the task may use; if not, it waits for that
 * @param numbers its counters, in an order the lane knows
 * @param value the value of the start it is about to descend from
 * @param best the lowest value it knows
 * @param bestPosition where, if the task found it
 * @param hop the hop whose candidates are to be evaluated, or null
 * @param point the point that descends, or null
 * @param faultCounts how many of its calls failed, by the order of the kinds
 * @param faults the first of them
 * @param exception the last exception of the task, or null
 */
public record SavedTask(
    int lane,
    int kind,
    boolean dispatched,
    long[] numbers,
    double value,
    double best,
    double[] bestPosition,
    @Nullable SavedPerturbation hop,
    @Nullable SavedPoint point,
    long[] faultCounts,
    List<SavedFault> faults,
    @Nullable SavedFault exception) {

  void write(Encoder out) {
    out.putInt(lane);
    out.putInt(kind);
    out.putBoolean(dispatched);
    out.putLongs(numbers);
    out.putDouble(value);
    out.putDouble(best);
    out.putDoubles(bestPosition);
    out.putBoolean(hop != null);
    if (hop != null) {
      hop.write(out);
    }
    out.putBoolean(point != null);
    if (point != null) {
      point.write(out);
    }
    out.putLongs(faultCounts);
    out.putList(faults, SavedFault::write);
    out.putBoolean(exception != null);
    if (exception != null) {
      exception.write(out);
    }
  }

  static SavedTask read(Decoder in) {
    return new SavedTask(
        in.getInt(),
        in.getInt(),
        in.getBoolean(),
        in.getLongs(),
        in.getDouble(),
        in.getDouble(),
        in.getDoubles(),
        in.getBoolean() ? SavedPerturbation.read(in) : null,
        in.getBoolean() ? SavedPoint.read(in) : null,
        in.getLongs(),
        in.getList(SavedFault::read),
        in.getBoolean() ? SavedFault.read(in) : null);
  }
}
