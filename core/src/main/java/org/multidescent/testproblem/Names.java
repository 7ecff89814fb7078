package org.multidescent.testproblem;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds landscapes by name, and near names when there is none. */
final class Names {

  private static final String ROTATED = "-rotated";
  private static final Pattern FAMILY = Pattern.compile("([a-z]+)([0-9]{1,4})");

  private static final Map<String, IntFunction<TestProblem>> FAMILIES =
      Map.ofEntries(
          Map.entry("rastrigin", TestProblems::rastrigin),
          Map.entry("ackley", TestProblems::ackley),
          Map.entry("griewank", TestProblems::griewank),
          Map.entry("schwefel", TestProblems::schwefel),
          Map.entry("levy", TestProblems::levy),
          Map.entry("michalewicz", TestProblems::michalewicz),
          Map.entry("hartmann", Standard::hartmann),
          Map.entry("shekel", Standard::shekel),
          Map.entry("stytang", TestProblems::styblinskiTang),
          Map.entry("rosenbrock", TestProblems::rosenbrock),
          Map.entry("ellipsoid", TestProblems::ellipsoid),
          Map.entry("lj", TestProblems::lennardJones),
          Map.entry("thomson", TestProblems::thomson));

  private Names() {}

  static TestProblem find(String name) {
    Objects.requireNonNull(name, "name: null (expected: the name of a landscape)");
    String lower = name.toLowerCase(Locale.ROOT);
    Map<String, TestProblem> listed = listed();
    TestProblem exact = listed.get(lower);
    if (exact != null) {
      return exact;
    }
    if (lower.endsWith(ROTATED)) {
      TestProblem plain = find(lower.substring(0, lower.length() - ROTATED.length()));
      if (plain.minimiser() == null) {
        throw new IllegalArgumentException(
            "name: " + name + " (expected: a landscape whose minimiser is known)");
      }
      return TestProblems.moved(plain);
    }
    Matcher matcher = FAMILY.matcher(lower);
    IntFunction<TestProblem> family = matcher.matches() ? FAMILIES.get(matcher.group(1)) : null;
    if (family == null) {
      throw new IllegalArgumentException(
          "name: %s (expected: the name of a landscape)%nMaybe %s?"
              .formatted(name, String.join(", ", near(lower, listed))));
    }
    return family.apply(Integer.parseInt(matcher.group(2)));
  }

  private static Map<String, TestProblem> listed() {
    return Stream.of(
            TestProblems.classic(),
            TestProblems.rotated(),
            TestProblems.article(),
            TestProblems.lennardJones(),
            TestProblems.thomson(),
            TestProblems.moreGarbowHillstrom(),
            TestProblems.untuned(),
            List.of(TestProblems.ellipsoid(10)))
        .flatMap(List::stream)
        .collect(
            Collectors.toMap(
                TestProblem::name, landscape -> landscape, (a, b) -> a, LinkedHashMap::new));
  }

  private static List<String> near(String name, Map<String, TestProblem> listed) {
    return listed.keySet().stream()
        .sorted(Comparator.comparingInt(other -> distance(name, other)))
        .limit(5)
        .toList();
  }

  /** The edit distance of Levenshtein. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
