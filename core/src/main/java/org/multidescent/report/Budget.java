package org.multidescent.report;

import java.time.Duration;
import java.util.Objects;
import org.multidescent.util.Require;

/**
 * When a search ends: at a value, or when evaluations, steps, stalls or time are used up. Budgets
 * combine with {@link #or}: the search ends at whichever comes first. Immutable.
 *
 * @param target end at a value at or below this; {@code -Infinity} for none
 * @param evaluations how many evaluations may be made, of the objective and of its analytic
 *     gradient together; {@link Long#MAX_VALUE} for no limit
 * @param steps how many steps may be taken by all points together
 * @param stalls how many points may stall
 * @param time how long the search may take; {@link #FOREVER} for no limit
 */
public record Budget(double target, long evaluations, long steps, long stalls, Duration time) {

  /** No limit of time. */
  public static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  /**
   * Creates a budget from all its limits.
   *
   * @param target a number or {@code -Infinity}
   * @param evaluations 1 or more
   * @param steps 1 or more
   * @param stalls 1 or more
   * @param time above zero
   * @throws IllegalArgumentException if a limit is out of range
   */
  public Budget {
    Require.that(target < Double.POSITIVE_INFINITY, "target", target, "a finite value");
    Require.atLeast("evaluations", evaluations, 1);
    Require.atLeast("steps", steps, 1);
    Require.atLeast("stalls", stalls, 1);
    Objects.requireNonNull(time, "time: null (expected: a duration)");
    Require.positive("time", time);
    if (time.compareTo(FOREVER) > 0) {
      time = FOREVER;
    }
  }

  /**
   * Returns a budget without limits.
   *
   * @return a search with it ends when it is cancelled, or no point is left
   */
  public static Budget unlimited() {
    return new Budget(
        Double.NEGATIVE_INFINITY, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, FOREVER);
  }

  /**
   * Returns a budget that ends at a value.
   *
   * @param value end when the objective's value is at or below this; a finite number
   * @return the budget
   * @throws IllegalArgumentException if the value is NaN or infinite
   */
  public static Budget target(double value) {
    Require.that(Double.isFinite(value), "target", value, "a finite value");
    return new Budget(value, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, FOREVER);
  }

  /**
   * Returns a budget of evaluations: of the objective, finite differences included, and of its
   * analytic gradient.
   *
   * @param evaluations 1 or more; never one more is made
   * @return the budget
   * @throws IllegalArgumentException if {@code calls} is below 1
   */
  public static Budget evaluations(long evaluations) {
    return new Budget(
        Double.NEGATIVE_INFINITY, evaluations, Long.MAX_VALUE, Long.MAX_VALUE, FOREVER);
  }

  /**
   * Returns a budget of steps. Where nothing else limits evaluations, stalls or time, a search
   * whose points cannot take any ends as {@link Ending#NO_STEP}.
   *
   * @param steps 1 or more, counted over all points
   * @return the budget
   * @throws IllegalArgumentException if {@code steps} is below 1
   */
  public static Budget steps(long steps) {
    return new Budget(Double.NEGATIVE_INFINITY, Long.MAX_VALUE, steps, Long.MAX_VALUE, FOREVER);
  }

  /**
   * Returns a budget of stalls.
   *
   * @param stalls 1 or more
   * @return the budget
   * @throws IllegalArgumentException if {@code stalls} is below 1
   */
  public static Budget stalls(long stalls) {
    return new Budget(Double.NEGATIVE_INFINITY, Long.MAX_VALUE, Long.MAX_VALUE, stalls, FOREVER);
  }

  /**
   * Returns a budget of wall-clock time, counted from the start of the search.
   *
   * @param time longer than zero
   * @return the budget
   * @throws IllegalArgumentException if the time is zero or negative
   */
  public static Budget time(Duration time) {
    return new Budget(
        Double.NEGATIVE_INFINITY, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, time);
  }

  /**
   * Returns the budget of a search that has used something and may use this from now on.
   *
   * @param used what it has done
   * @param elapsed how long it has taken
   * @return the sums; what is without limit stays so
   */
  public Budget after(Counts used, Duration elapsed) {
    return new Budget(
        target,
        sum(evaluations, used.evaluations()),
        sum(steps, used.steps()),
        sum(stalls, used.stalls()),
        time.compareTo(FOREVER.minus(elapsed)) >= 0 ? FOREVER : time.plus(elapsed));
  }

  private static long sum(long limit, long used) {
    return limit > Long.MAX_VALUE - used ? Long.MAX_VALUE : limit + used;
  }

  /**
   * Returns this budget with another target.
   *
   * @param value end when the objective's value is at or below this; {@code -Infinity} for none
   * @return the budget
   */
  public Budget withTarget(double value) {
    return new Budget(value, evaluations, steps, stalls, time);
  }

  /**
   * Tells whether steps are the only limit to the search's work.
   *
   * @return whether there is a limit to steps, and none to evaluations, stalls and time
   */
  public boolean isOfStepsAlone() {
    return steps < Long.MAX_VALUE
        && evaluations == Long.MAX_VALUE
        && stalls == Long.MAX_VALUE
        && time.equals(FOREVER);
  }

  /**
   * Returns the budget that ends as soon as this one or another ends.
   *
   * @param other another budget
   * @return the tighter limit of each kind
   */
  public Budget or(Budget other) {
    return new Budget(
        Math.max(target, other.target),
        Math.min(evaluations, other.evaluations),
        Math.min(steps, other.steps),
        Math.min(stalls, other.stalls),
        time.compareTo(other.time) <= 0 ? time : other.time);
  }
}
