package org.multidescent.checkpoint;

import java.util.Objects;
import org.multidescent.report.Origin;

/** The codec of origins. */
public final class Origins {

  private Origins() {}

  /**
   * Writes an origin.
   *
   * @param origin the origin
   * @param out takes it
   */
  public static void write(Origin origin, Encoder out) {
    out.putBoolean(origin instanceof Origin.Hop);
    if (origin instanceof Origin.Hop hop) {
      out.putString(hop.kind());
      out.putLong(hop.source());
      out.putLong(hop.stream());
      out.putDoubles(hop.from());
    } else {
      out.putLong(((Origin.Start) origin).index());
    }
  }

  /**
   * Reads an origin.
   *
   * @param in where it was written
   * @return the origin
   */
  public static Origin read(Decoder in) {
    if (!in.getBoolean()) {
      return new Origin.Start(in.getLong());
    }
    String kind = Objects.requireNonNullElse(in.getString(), "");
    return new Origin.Hop(kind, in.getLong(), in.getLong(), in.getDoubles());
  }
}
