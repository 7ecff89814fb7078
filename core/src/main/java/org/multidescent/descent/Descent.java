package org.multidescent.descent;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a descent: how a point steps, when it has stalled, and where its gradients come
 * from. An immutable value, shared by all threads.
 *
 * @param steps how a point takes a step
 * @param stalls when a point that still moves has come to rest
 * @param differences how gradients are taken if the problem has none
 */
public record Descent(StepRule steps, StallRule stalls, Differences differences) {

  /**
   * Creates the rules.
   *
   * @param steps how a point takes a step
   * @param stalls when a point that still moves has come to rest
   * @param differences how gradients are taken if the problem has none
   */
  public Descent {
    Objects.requireNonNull(steps, "steps: null (expected: a step rule)");
    Objects.requireNonNull(stalls, "stalls: null (expected: a stall rule)");
    Objects.requireNonNull(differences, "differences: null (expected: differences)");
  }

  /**
   * Creates a point with room for all these rules remember.
   *
   * @param dimension the number of coordinates
   * @return a point of no descent yet: fill its position, then {@link #begin} one
   */
  public Point newPoint(int dimension) {
    return new Point(
        dimension,
        steps.memory(dimension),
        stalls.memory(dimension),
        Math.max(differences.memory(dimension), CentralDifferences.COARSE.memory(dimension)));
  }

  /**
   * Begins a descent at the point's position; nothing is left of an earlier one.
   *
   * @param point a point made by {@link #newPoint}, owned by the caller
   * @param value the objective's value there
   * @param spread how far the objective's values are spread, or 0 if that is not known
   */
  public void begin(Point point, double value, double spread) {
    point.begin(value, spread, false);
  }

  /**
   * Begins a descent with a coarse first stage: until it stalls, finite differences span a tenth of
   * the box, and see the bowl below the ripples; then it goes on from there as any other. Without
   * finite differences the same as {@link #begin}.
   *
   * @param point a point made by {@link #newPoint}, owned by the caller
   * @param value the objective's value there
   * @param spread how far the objective's values are spread, or 0 if that is not known
   */
  public void beginCoarse(Point point, double value, double spread) {
    point.begin(value, spread, true);
  }

  /**
   * Takes one step.
   *
   * @param point the point, owned by the caller
   * @param oracle the caller's oracle
   * @return null if the descent goes on, else why it has stalled
   * @throws Halt if the search ends in the middle of the step; the point is as before it
   */
  public @Nullable Stall advance(Point point, Oracle oracle) {
    if (point.isCoarse() && oracle.isDifferentiable()) {
      point.forget(false);
    }
    Stall stall = steps.step(point, oracle);
    if (stall == null) {
      stall = stalls.check(point, oracle, 0);
    }
    if (stall == null || stall == Stall.BROKEN || !point.isCoarse()) {
      return stall;
    }
    point.forget(false);
    return null;
  }
}
