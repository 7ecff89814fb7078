package org.multidescent.engine;

import org.multidescent.descent.Point;
import org.multidescent.report.Course;
import org.multidescent.report.Origin;

/** A point that is descending, with where it came from. Owned by a worker or by the frontier. */
final class LivePoint {

  private static final Origin NONE = new Origin.Start(0);

  final Point point;
  Origin origin = NONE;
  double startValue;
  long calls;

  /** The lowest value the search knew when the descent began. */
  double best;

  boolean refined;

  LivePoint(Point point) {
    this.point = point;
  }

  Course course() {
    return course(calls);
  }

  /** Returns the course with other calls than those counted so far. */
  Course course(long calls) {
    return new Course(calls, best, refined);
  }

  /** Goes on from a checkpoint. */
  void restore(Origin origin, double startValue, Course course) {
    this.origin = origin;
    this.startValue = startValue;
    calls = course.calls();
    best = course.best();
    refined = course.refined();
  }
}
