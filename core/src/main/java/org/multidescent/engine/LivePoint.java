package org.multidescent.engine;

import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Point;
import org.multidescent.report.CheckpointException;
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

  /** Returns a point that goes on from a checkpoint. */
  static LivePoint restored(SavedPoint saved, Descent descent, int dimension) {
    LivePoint live = new LivePoint(descent.newPoint(dimension));
    try {
      live.point.restore(saved.state());
    } catch (IllegalArgumentException foreign) {
      throw new CheckpointException("checkpoint: a point of other rules: " + foreign.getMessage());
    }
    live.origin = saved.origin();
    live.startValue = saved.startValue();
    live.calls = saved.course().calls();
    live.best = saved.course().best();
    live.refined = saved.course().refined();
    return live;
  }

  /** Returns the value the frontier orders it by: what is not a number comes last. */
  double key() {
    return Double.isNaN(point.value()) ? Double.POSITIVE_INFINITY : point.value();
  }
}
