package org.multidescent.problem;

import java.util.List;
import org.multidescent.util.Require;

/**
 * A parameter of an objective: one coordinate, with a name.
 *
 * @param name what it is called, not empty
 * @param lower its lower bound, in the user's units
 * @param upper its upper bound; of a periodic one, what is the lower bound again
 * @param scale how its values lie between the bounds
 * @param offset what is added before a logarithm is taken, 0 for other scales
 * @param categories the names of its values, from 0 on; none unless it is categorical
 */
public record Parameter(
    String name, double lower, double upper, Scale scale, double offset, List<String> categories) {

  private static final double LARGEST_WHOLE = 1L << 52;

  /**
   * Creates a parameter.
   *
   * @param name as above
   * @param lower as above, finite
   * @param upper as above, finite
   * @param scale as above
   * @param offset as above
   * @param categories as above
   * @throws IllegalArgumentException if the name is empty, a bound is not finite, the lower one is
   *     above the upper one, or they do not fit the scale
   */
  public Parameter {
    Require.that(!name.isBlank(), "name", "\"" + name + "\"", "a name");
    categories = List.copyOf(categories);
    require(name, lower, Double.isFinite(lower), "a finite lower bound");
    require(name, upper, Double.isFinite(upper), "a finite upper bound");
    require(name, upper, upper >= lower, "an upper bound not below " + lower);
    require(name, offset, Double.isFinite(offset), "a finite offset");
    switch (scale) {
      case LINEAR -> {}
      case LOGARITHMIC ->
          require(
              name,
              lower,
              lower + offset > 0,
              "a lower bound above " + (0 - offset) + " for a logarithm");
      case PERIODIC -> require(name, upper, upper > lower, "a period longer than 0");
      case INTEGER -> {
        require(name, lower, isWhole(lower), "a whole number");
        require(name, upper, isWhole(upper), "a whole number");
      }
    }
  }

  private static boolean isWhole(double bound) {
    return bound == Math.rint(bound) && Math.abs(bound) <= LARGEST_WHOLE;
  }

  private static void require(String name, double value, boolean holds, String expected) {
    Require.that(holds, "parameter " + name, value, expected);
  }

  double at(double fraction) {
    return lower == upper
        ? lower
        : Math.max(lower, Math.min(upper, scale.at(lower, upper, offset, fraction)));
  }

  /**
   * Returns a value as a text.
   *
   * @param value a value between the bounds; a whole one if that is the scale
   * @return a number, or the category it stands for
   */
  public String text(double value) {
    if (!categories.isEmpty()) {
      return categories.get((int) value);
    }
    return scale == Scale.INTEGER ? Long.toString((long) value) : Double.toString(value);
  }

  @Override
  public String toString() {
    return "%s %s %s .. %s%s%s"
        .formatted(
            name,
            scale,
            lower,
            upper,
            offset == 0 ? "" : " + " + offset,
            categories.isEmpty() ? "" : " " + categories);
  }
}
