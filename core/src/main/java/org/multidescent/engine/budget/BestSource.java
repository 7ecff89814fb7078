package org.multidescent.engine.budget;

import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedDescent;
import org.multidescent.concurrent.LeadingPadding;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;

/**
 * Which descent the best value of a task comes from, and how many evaluations that had made. Told
 * before evaluations whose they are; makes objects only when a value is the best. Owned by the
 * worker that performs the task.
 */
public final class BestSource extends LeadingPadding {

  /**
   * A descent whose evaluations another worker may make.
   *
   * @param origin where it began; of the candidates of a perturbation: one of its kind, anywhere
   * @param best the lowest value known when it began
   * @param refined whether it has gone on from a rough stall
   * @param evaluations how many it has made
   * @param hasBegun false for the candidates of a perturbation
   */
  public record Descent(
      Origin origin, double best, boolean refined, long evaluations, boolean hasBegun) {}

  private static final Origin NONE = new Origin.Start(0);

  private final WorkingCoordinates coordinates;
  private Origin origin = NONE;
  private double best;
  private boolean refined;
  private boolean hasBegun;
  private long start = -1;

  /** What the task had counted when the descent had made no evaluation. */
  private long base;

  private @Nullable SavedDescent found;

  BestSource(WorkingCoordinates coordinates) {
    this.coordinates = coordinates;
  }

  /** Tells that the next evaluations are those of starts, from this one on. */
  public void starts(long first) {
    start = first;
    best = Double.POSITIVE_INFINITY;
    refined = false;
  }

  /** Tells that the next evaluations are those of candidates of a perturbation. */
  public void candidates(Origin.Drawn kind) {
    begin(kind, Double.POSITIVE_INFINITY, false, 0);
    hasBegun = false;
  }

  /**
   * Tells that the next evaluations are those of a descent.
   *
   * @param counted what the task had counted when the descent had made no evaluation
   */
  public void descent(Origin from, double known, boolean isRefined, long counted) {
    begin(from, known, isRefined, counted);
    hasBegun = true;
  }

  /**
   * Tells that the next evaluations are those of a descent that may be another's.
   *
   * @param counted what the task had counted when they began
   */
  public void descent(Descent descent, long counted) {
    begin(descent.origin(), descent.best(), descent.refined(), counted - descent.evaluations());
    hasBegun = descent.hasBegun();
  }

  private void begin(Origin from, double known, boolean isRefined, long counted) {
    origin = from;
    best = known;
    refined = isRefined;
    base = counted;
    start = -1;
  }

  /** Returns the descent whose evaluations are made now. */
  public Descent current(long counted) {
    return new Descent(origin, best, refined, hasBegun ? counted - base : 0, hasBegun);
  }

  /** Takes a best value, seen at the last of so many evaluations the task has counted. */
  void lowered(long counted, double[] u, int offset) {
    int dimension = coordinates.dimension();
    if (start >= 0) {
      found = found(new Origin.Start(start + offset / dimension), 0);
    } else if (hasBegun) {
      found = found(origin, Math.max(0, counted - base));
    } else if (origin instanceof Origin.Drawn drawn) {
      double[] x = new double[dimension];
      double[] copy = new double[dimension];
      System.arraycopy(u, offset, copy, 0, dimension);
      coordinates.toProblem(copy, 0, x, 0);
      Origin.Place place = drawn.place();
      found = found(drawn.at(new Origin.Place(place.source(), place.stream(), x, copy)), 0);
    }
  }

  private SavedDescent found(Origin from, long evaluations) {
    return new SavedDescent(
        from, new DescentSummary(evaluations, best, refined, DescentEnd.UNDER_WAY));
  }

  /** Tells how the descent ended that the best value comes from, if it ended there. */
  public void ended(DescentEnd end) {
    if (found != null) {
      found = found.endedBy(end);
    }
  }

  void restore(@Nullable SavedDescent saved) {
    found = saved;
  }

  /** Returns the descent that found the best value; null before the first. */
  public @Nullable SavedDescent found() {
    return found;
  }
}
