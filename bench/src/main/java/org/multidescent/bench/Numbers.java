package org.multidescent.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers on the command line. */
final class Numbers {

  private static final int MOST = 1_000_000;
  private static final Pattern RANGE =
      Pattern.compile("\\s*([0-9]{1,9})(?:\\s*-\\s*([0-9]{1,9}))?\\s*");

  private Numbers() {}

  /** Returns numbers from a list of numbers and ranges such as {@code 1-5,8}, each once. */
  static List<Integer> list(String option, String text, int least, int most) {
    Set<Integer> numbers = new LinkedHashSet<>();
    for (String part : text.split(",", -1)) {
      Matcher range = RANGE.matcher(part);
      if (!range.matches()) {
        throw wrong(option, text, least, most);
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (first < least || last > most || last < first || last - first >= MOST) {
        throw wrong(option, text, least, most);
      }
      for (int number = first; number <= last; number++) {
        numbers.add(number);
      }
    }
    return new ArrayList<>(numbers);
  }

  static int positive(String option, int value) {
    return Math.toIntExact(positive(option, (long) value));
  }

  static long positive(String option, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(option + ": " + value + " (expected: 1 or more)");
    }
    return value;
  }

  static double notNegative(String option, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(option + ": " + value + " (expected: 0 or more)");
    }
    return value;
  }

  private static IllegalArgumentException wrong(String option, String text, int least, int most) {
    String limit = most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
    return new IllegalArgumentException(
        "%s: %s (expected: numbers or ranges such as 1-5,8, each %s)"
            .formatted(option, text, limit));
  }
}
