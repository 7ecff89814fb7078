package org.multidescent.engine.restart;

import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Point;
import org.multidescent.descent.Stall;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Estimate;
import org.multidescent.report.Origin;

/** A point that is descending, with where it came from. Owned by a worker or by the frontier. */
public final class LivePoint {

  private static final Origin NONE = new Origin.Start(0);

  public final Point point;
  public Origin origin = NONE;
  public double startValue;
  public long evaluations;

  /** The lowest value the search knew when the descent began. */
  public double best;

  public boolean refined;

  /** At which rung it was compared with others last; see {@link Race}. */
  public int rung;

  /** Why it has stalled, while that waits to be told; else null. */
  public @Nullable Stall stall;

  /** What is known of the value where it stalled, if the objective is noisy. */
  public @Nullable Estimate estimate;

  public LivePoint(Point point) {
    this.point = point;
  }

  /** Returns how the descent has gone so far. */
  public DescentSummary summary() {
    return summary(DescentEnd.UNDER_WAY);
  }

  /** Returns how the descent went. */
  public DescentSummary summary(DescentEnd end) {
    return new DescentSummary(evaluations, best, refined, end);
  }

  /** Returns how the descent has ended. */
  public DescentEnd end(Stall stall, Descent descent) {
    boolean gaveUp = descent.hasGivenUp(point);
    return switch (stall) {
      case GRADIENT -> gaveUp ? DescentEnd.GAVE_UP : DescentEnd.GRADIENT;
      case STEP -> gaveUp ? DescentEnd.GAVE_UP : DescentEnd.STEP;
      case VALUE -> gaveUp ? DescentEnd.GAVE_UP : DescentEnd.VALUE;
      case PLATEAU, FLOOR -> DescentEnd.PLATEAU;
      case NOT_FINITE -> DescentEnd.NOT_FINITE;
      case INFEASIBLE -> DescentEnd.INFEASIBLE;
      case OUTRUN -> DescentEnd.GAVE_UP;
    };
  }

  /** Returns all of it, for a checkpoint. */
  public SavedPoint save(int taken) {
    return new SavedPoint(origin, startValue, summary(), taken, point.save(), stall);
  }

  /** Returns a point that goes on from a checkpoint. */
  public static LivePoint restored(SavedPoint saved, Descent descent, int dimension) {
    LivePoint live = new LivePoint(descent.newPoint(dimension));
    try {
      descent.restore(live.point, saved.state());
    } catch (IllegalArgumentException foreign) {
      throw new CheckpointException("checkpoint: a point of other rules: " + foreign.getMessage());
    }
    live.origin = saved.origin();
    live.startValue = saved.startValue();
    live.evaluations = saved.summary().evaluations();
    live.best = saved.summary().best();
    live.refined = saved.summary().refined();
    live.stall = saved.stall();
    live.rung = descent.steps().rung(live.point);
    return live;
  }

  /** Returns what is known of the value where it stands. */
  public Estimate known() {
    Estimate noisy = estimate;
    return noisy == null ? Estimate.exact(point.value()) : noisy;
  }

  /**
   * Returns what the frontier orders it by, the value: what is not a number comes last. Points that
   * are compared at rungs come after all values, rung by rung.
   */
  public double key() {
    double value = Double.isNaN(point.value()) ? Double.POSITIVE_INFINITY : point.value();
    return rung == 0 ? value : Race.key(rung, value);
  }
}
