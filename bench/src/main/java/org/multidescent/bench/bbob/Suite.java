package org.multidescent.bench.bbob;

import java.util.List;

/**
 * A suite of functions with known least values, and what is published about it.
 *
 * @param title what it is, to print
 * @param dimensions the usual numbers of coordinates, as on the command line
 * @param groups the groups of functions, by rising numbers without gaps
 * @param targets which targets count
 * @param source makes the functions
 * @param published shares of targets
 * @param times expected running times
 */
public record Suite(
    String title,
    String dimensions,
    List<Group> groups,
    TargetSet targets,
    Source source,
    PublishedResults published,
    PublishedTimes times) {

  /** Makes a suite's functions. */
  @FunctionalInterface
  public interface Source {

    /**
     * Returns a function.
     *
     * @param function its number
     * @param dimension the number of coordinates
     * @param instance the instance's number, 1 or more
     * @return the function
     * @throws IllegalArgumentException if an argument is out of its range
     */
    SuiteFunction function(int function, int dimension, int instance);
  }

  /**
   * Creates a suite.
   *
   * @param title as above
   * @param dimensions as above
   * @param groups as above; copied
   * @param targets as above
   * @param source as above
   * @param published as above
   * @param times as above
   */
  public Suite {
    groups = List.copyOf(groups);
  }

  /**
   * Returns the least of the functions' numbers.
   *
   * @return the first group's first
   */
  public int first() {
    return groups.get(0).first();
  }

  /**
   * Returns the largest of the functions' numbers.
   *
   * @return the last group's last
   */
  public int last() {
    return groups.get(groups.size() - 1).last();
  }

  /**
   * Returns how many functions there are.
   *
   * @return the number of functions
   */
  public int functions() {
    return last() - first() + 1;
  }

  /**
   * Returns the group of a function.
   *
   * @param function the function's number
   * @return its group
   * @throws IllegalArgumentException if there is no such function
   */
  public Group group(int function) {
    return groups.stream()
        .filter(group -> group.contains(function))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "function: %d (expected: %d to %d)".formatted(function, first(), last())));
  }

  /**
   * Returns this suite with other published figures.
   *
   * @param other shares of targets
   * @return the suite with those
   */
  public Suite published(PublishedResults other) {
    return new Suite(title, dimensions, groups, targets, source, other, times);
  }
}
