package org.multidescent.bench.problems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.multidescent.testproblem.TestProblem;
import org.multidescent.testproblem.TestProblems;

/** The problems of the benchmarks by name: whole suites, or single problems. */
public final class Suites {

  private static final Map<String, Supplier<List<TestProblem>>> SUITES = new LinkedHashMap<>();

  static {
    SUITES.put("classic", TestProblems::classic);
    SUITES.put("rotated", TestProblems::rotated);
    SUITES.put("nist", Suites::nist);
    SUITES.put("lj", TestProblems::lennardJones);
    SUITES.put("thomson", TestProblems::thomson);
    SUITES.put("nn", NeuralNets::all);
    SUITES.put("article", TestProblems::article);
    SUITES.put("mgh", TestProblems::moreGarbowHillstrom);
    SUITES.put("untuned", TestProblems::untuned);
  }

  private Suites() {}

  /**
   * Returns the names of the suites.
   *
   * @return the names, {@code classic} first
   */
  public static List<String> names() {
    return List.copyOf(SUITES.keySet());
  }

  /**
   * Resolves a list of names.
   *
   * @param names names separated by commas, upper or lower case, each of a suite ({@link #names()})
   *     or of a problem: a data set of NIST, {@code xor}, {@code spirals}, or what {@link
   *     TestProblems#named} knows
   * @return the problems in the order of their first mention, each once
   * @throws IllegalArgumentException if a name is unknown; the message tells what is known
   */
  public static List<TestProblem> resolve(String names) {
    Objects.requireNonNull(names, "problems: null (expected: names separated by commas)");
    Map<String, TestProblem> found = new LinkedHashMap<>();
    for (String name : names.split(",", -1)) {
      for (TestProblem testProblem : expand(name.strip().toLowerCase(Locale.ROOT))) {
        found.putIfAbsent(testProblem.name(), testProblem);
      }
    }
    return List.copyOf(found.values());
  }

  private static List<TestProblem> expand(String name) {
    Supplier<List<TestProblem>> suite = SUITES.get(name);
    if (suite != null) {
      return suite.get();
    }
    Map<String, TestProblem> withData =
        Stream.concat(nist().stream(), NeuralNets.all().stream())
            .collect(Collectors.toMap(TestProblem::name, testProblem -> testProblem));
    TestProblem single = withData.get(name);
    if (single != null) {
      return List.of(single);
    }
    try {
      return List.of(TestProblems.named(name));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "problems: \"%s\" (expected: %s, %s, or a test function)%n%s"
              .formatted(
                  name,
                  String.join(", ", SUITES.keySet()),
                  withData.keySet().stream().sorted().collect(Collectors.joining(", ")),
                  e.getMessage()),
          e);
    }
  }

  private static List<TestProblem> nist() {
    return Regression.all().stream().map(Regression::testProblem).toList();
  }
}
