package org.multidescent.checkpoint;

import java.util.Objects;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;

/** The codec of origins and courses. */
public final class Origins {

  private Origins() {}

  /**
   * Writes an origin.
   *
   * @param origin the origin
   * @param out takes it
   */
  public static void write(Origin origin, Encoder out) {
    out.putBoolean(origin instanceof Origin.Perturbation);
    if (origin instanceof Origin.Perturbation hop) {
      out.putString(hop.kind());
      out.putLong(hop.source());
      out.putLong(hop.stream());
      out.putDoubles(hop.position());
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
    return new Origin.Perturbation(kind, in.getLong(), in.getLong(), in.getDoubles());
  }

  /**
   * Writes a course.
   *
   * @param course the course
   * @param out takes it
   */
  public static void write(DescentSummary course, Encoder out) {
    out.putLong(course.evaluations());
    out.putDouble(course.best());
    out.putBoolean(course.refined());
  }

  /**
   * Reads a course.
   *
   * @param in where it was written
   * @return the course
   */
  public static DescentSummary readCourse(Decoder in) {
    return new DescentSummary(in.getLong(), in.getDouble(), in.getBoolean());
  }
}
