package org.multidescent.problem;

/**
 * How a parameter's values lie between its bounds: what a fraction of the way from the lower to the
 * upper bound is. Starts are uniform, and steps are measured, in fractions.
 */
public enum Scale {
  /** In proportion to the value. */
  LINEAR,
  /** In proportion to the logarithm of the value plus an offset. */
  LOGARITHMIC,
  /** In proportion to the value; the upper bound is the lower one again. */
  PERIODIC,
  /** Whole numbers, an equal part of the way for each: nothing changes between two of them. */
  INTEGER;

  /** Returns the value at a fraction of the way; perhaps beyond the bounds by rounding. */
  double at(double lower, double upper, double offset, double fraction) {
    return switch (this) {
      case LINEAR ->
          fraction <= 0.5
              ? lower + (upper - lower) * fraction
              : upper - (upper - lower) * (1 - fraction);
      case LOGARITHMIC -> {
        double low = Math.log(lower + offset);
        yield Math.exp(low + fraction * (Math.log(upper + offset) - low)) - offset;
      }
      case PERIODIC -> {
        double turn = fraction - Math.floor(fraction);
        double value = lower + (upper - lower) * turn;
        yield value >= upper ? lower : value;
      }
      case INTEGER -> Math.rint(lower - 0.5 + fraction * (upper - lower + 1)) + 0.0;
    };
  }

  /** Returns which fraction of the way a value is. */
  double fraction(double lower, double upper, double offset, double value) {
    return switch (this) {
      case LINEAR, PERIODIC -> (value - lower) / (upper - lower);
      case LOGARITHMIC -> {
        double low = Math.log(lower + offset);
        yield value + offset > 0
            ? (Math.log(value + offset) - low) / (Math.log(upper + offset) - low)
            : Double.NEGATIVE_INFINITY;
      }
      case INTEGER -> (value - lower + 0.5) / (upper - lower + 1);
    };
  }

  /** Returns how fast the value changes with the fraction, where it is this value. */
  double slope(double lower, double upper, double offset, double value) {
    return switch (this) {
      case LINEAR, PERIODIC -> upper - lower;
      case LOGARITHMIC -> (value + offset) * Math.log((upper + offset) / (lower + offset));
      case INTEGER -> 0;
    };
  }
}
