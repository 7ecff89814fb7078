package org.multidescent.checkpoint;

import java.util.Objects;

/**
 * A hop whose candidates have been drawn and not all been evaluated.
 *
 * @param kind its kind
 * @param source the id of the optimum it leaves from
 * @param number the number of the decision it comes from
 * @param count how many candidates there are
 * @param candidates their positions, one after the other, in working coordinates
 */
public record SavedPerturbation(
    String kind, long source, long number, int count, double[] candidates) {

  void write(Encoder out) {
    out.putString(kind);
    out.putLong(source);
    out.putLong(number);
    out.putInt(count);
    out.putDoubles(candidates);
  }

  static SavedPerturbation read(Decoder in) {
    String kind = Objects.requireNonNullElse(in.getString(), "");
    return new SavedPerturbation(kind, in.getLong(), in.getLong(), in.getInt(), in.getDoubles());
  }
}
