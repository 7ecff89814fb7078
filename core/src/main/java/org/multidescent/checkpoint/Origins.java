package org.multidescent.checkpoint;

import java.util.Objects;
import org.multidescent.report.Course;
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

  /**
   * Writes a course.
   *
   * @param course the course
   * @param out takes it
   */
  public static void write(Course course, Encoder out) {
    out.putLong(course.calls());
    out.putDouble(course.best());
    out.putBoolean(course.refined());
  }

  /**
   * Reads a course.
   *
   * @param in where it was written
   * @return the course
   */
  public static Course readCourse(Decoder in) {
    return new Course(in.getLong(), in.getDouble(), in.getBoolean());
  }
}
