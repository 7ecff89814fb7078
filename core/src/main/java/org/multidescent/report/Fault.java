package org.multidescent.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.problem.Box;
import org.multidescent.problem.Parameters;
import org.multidescent.util.NumberedNaN;

/**
 * One evaluation of the objective that gave no usable value.
 *
 * @param kind what was wrong
 * @param position where, in the problem's coordinates
 * @param value what the objective returned; NaN if it did not return
 * @param cause what the objective threw; null if it did not throw
 * @param parameters whose values the position is; null if the problem has none by name
 */
public record Fault(
    Kind kind,
    double[] position,
    double value,
    @Nullable Throwable cause,
    @Nullable Parameters parameters) {

  /** What was wrong. */
  public enum Kind {
    /** The value was not a number. */
    NAN,
    /** The value was positive infinity. */
    POSITIVE_INFINITY,
    /** The value was negative infinity: reported here, never taken for the best. */
    NEGATIVE_INFINITY,
    /** A partial derivative of the analytic gradient was NaN or infinite. */
    GRADIENT,
    /** The call threw an exception. */
    EXCEPTION,
    /** The call threw an {@link java.lang.Error}. */
    ERROR,
    /** The call lasted longer than the limit, and was left to itself. */
    TIMEOUT
  }

  /**
   * Creates a fault.
   *
   * @param kind as above
   * @param position as above; copied
   * @param value as above
   * @param cause as above
   * @param parameters as above
   */
  public Fault {
    Objects.requireNonNull(kind, "kind: null (expected: what was wrong)");
    position = position.clone();
  }

  /**
   * Creates a fault at a position whose coordinates have no names.
   *
   * @param kind as above
   * @param position as above; copied
   * @param value as above
   * @param cause as above
   */
  public Fault(Kind kind, double[] position, double value, @Nullable Throwable cause) {
    this(kind, position, value, cause, null);
  }

  /**
   * Returns this fault as one in a problem's box.
   *
   * @param box the bounds, which may know the names of its parameters
   * @return a fault that is else the same
   */
  public Fault in(Box box) {
    return new Fault(kind, position, value, cause, box.parameters());
  }

  /**
   * Returns where the call was made.
   *
   * @return a copy of the position, in the problem's coordinates
   */
  @Override
  public double[] position() {
    return position.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fault fault
        && kind == fault.kind
        && Arrays.equals(position, fault.position)
        && Double.compare(value, fault.value) == 0
        && Objects.equals(cause, fault.cause)
        && Objects.equals(parameters, fault.parameters);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hash(kind, value, cause) + Arrays.hashCode(position);
  }

  /**
   * Returns what was wrong and where, for a person.
   *
   * @param box the problem's bounds, which may know the names of its parameters
   * @return a text
   */
  public String describe(Box box) {
    return what() + " at " + box.describe(position);
  }

  /**
   * Returns which residual made a sum of squares NaN.
   *
   * @return the first that was not finite, from 0; -1 if the value was a number, or no sum of
   *     squares
   */
  public int residual() {
    return NumberedNaN.number(value);
  }

  private String what() {
    String what = cause == null ? "" : " (" + cause.getClass().getName() + ")";
    if (residual() >= 0) {
      what = " (residual " + residual() + ", from 0, is not finite, or not written)";
    }
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + what;
  }

  @Override
  public String toString() {
    return what() + " at " + Parameters.describe(parameters, position);
  }
}
