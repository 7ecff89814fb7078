package org.multidescent.report;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One call of the objective that gave no usable value.
 *
 * @param kind what was wrong
 * @param position where, in the problem's coordinates
 * @param value what the objective returned; NaN if it threw
 * @param cause what the objective threw; null if it returned
 */
public record Fault(Kind kind, double[] position, double value, @Nullable Throwable cause) {

  /** What was wrong. */
  public enum Kind {
    /** The value was not a number. */
    NAN,
    /** The value was positive infinity. */
    POSITIVE_INFINITY,
    /** The value was negative infinity: reported here, never taken for the best. */
    NEGATIVE_INFINITY,
    /** The call threw an exception. */
    EXCEPTION
  }

  @Override
  public String toString() {
    String what = cause == null ? "" : " (" + cause.getClass().getName() + ")";
    return kind.name().toLowerCase(Locale.ROOT) + what + " at " + Arrays.toString(position);
  }
}
