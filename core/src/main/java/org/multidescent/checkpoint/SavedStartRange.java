package org.multidescent.checkpoint;

/**
 * The starts of a task.
 *
 * @param first the first start to be evaluated, or the start to descend from
 * @param count how many are to be evaluated, those that follow in order
 * @param outstanding how many are to be drawn and evaluated after that
 * @param value the value of the start to descend from
 */
public record SavedStartRange(long first, int count, long outstanding, double value) {

  void write(Encoder out) {
    out.putLong(first);
    out.putInt(count);
    out.putLong(outstanding);
    out.putDouble(value);
  }

  static SavedStartRange read(Decoder in) {
    return new SavedStartRange(in.getLong(), in.getInt(), in.getLong(), in.getDouble());
  }
}
