package org.multidescent.bench.bbob;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Sets of whole numbers as on a command line: {@code 1-24}, {@code 2,5,10}, {@code 1-5,8}. */
public final class Ranges {

  private Ranges() {}

  /**
   * Returns the numbers of a list of ranges, in rising order and each once.
   *
   * @param name what the numbers are, for the error message
   * @param text numbers and ranges, separated by commas
   * @param least the least number allowed
   * @param most the largest number allowed
   * @return the numbers, one or more
   * @throws IllegalArgumentException if the text is no such list, a range is empty, or a number is
   *     out of its bounds
   */
  public static int[] parse(String name, String text, int least, int most) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      String[] ends = part.strip().split("-", -1);
      if (ends.length > 2
          || !Arrays.stream(ends).allMatch(end -> end.strip().matches("\\d{1,9}"))) {
        throw refused(name, text, "numbers and ranges such as 1-5,8; '" + part + "' is neither");
      }
      int first = Integer.parseInt(ends[0].strip());
      int last = Integer.parseInt(ends[ends.length - 1].strip());
      if (first > last) {
        throw refused(name, text, "ranges that rise; '" + part + "' does not");
      }
      if (first < least || last > most) {
        String bounds = most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
        throw refused(name, text, bounds + "; '" + part + "' is not within");
      }
      IntStream.rangeClosed(first, last).forEach(numbers::add);
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static IllegalArgumentException refused(String name, String text, String expected) {
    return new IllegalArgumentException(name + ": " + text + " (expected: " + expected + ")");
  }
}
