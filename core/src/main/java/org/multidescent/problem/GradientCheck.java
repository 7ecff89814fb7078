package org.multidescent.problem;

import java.util.List;
import java.util.Locale;

/**
 * An analytic gradient compared with finite differences at one position.
 *
 * @param components one comparison a coordinate that is neither fixed by the bounds nor whole
 */
public record GradientCheck(List<Component> components) {

  /**
   * One partial derivative.
   *
   * @param coordinate the coordinate, from 0
   * @param name what it is called: its number in brackets, or its parameter's name
   * @param analytic what the gradient says
   * @param difference what finite differences say
   * @param error the distance of the two, as a fraction of the larger magnitude or of a
   *     hundred-millionth of the longest component if that is larger; NaN if one is not finite
   */
  public record Component(
      int coordinate, String name, double analytic, double difference, double error) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s analytic %.9g, difference %.9g, relative error %.1e",
          name,
          analytic,
          difference,
          error);
    }
  }

  /**
   * Creates the comparison.
   *
   * @param components one a coordinate that is neither fixed nor whole
   */
  public GradientCheck {
    components = List.copyOf(components);
  }

  /**
   * Returns the component with the largest relative error.
   *
   * @return the worst component; one whose error is NaN is worse than any other
   * @throws java.util.NoSuchElementException if every coordinate is fixed
   */
  public Component worst() {
    return components.stream().max((a, b) -> Double.compare(a.error(), b.error())).orElseThrow();
  }

  /**
   * Tells whether the gradient agrees with the differences.
   *
   * @param tolerance the largest relative error allowed; differences are good for about 1e-7, at a
   *     bound for 1e-5
   * @return whether no component's error is larger
   */
  public boolean isWithin(double tolerance) {
    return components.stream().allMatch(component -> component.error() <= tolerance);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("gradient against differences:");
    for (Component component : components) {
      text.append(System.lineSeparator()).append("  ").append(component);
    }
    return text.toString();
  }
}
