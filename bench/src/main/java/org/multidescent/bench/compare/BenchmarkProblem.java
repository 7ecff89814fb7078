package org.multidescent.bench.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.multidescent.bench.problems.Suites;
import org.multidescent.testproblem.TestProblem;

/**
 * A problem as it is compared on.
 *
 * @param testProblem the problem and its minimum
 * @param target the value that solves it
 * @param cap the most evaluations a run may make
 */
public record BenchmarkProblem(TestProblem testProblem, double target, long cap) {

  private static final String ARTICLE = "article";
  private static final double ARTICLE_TARGET = 0.01;
  private static final long ARTICLE_CAP = 10_000_000;
  private static final long STANDARD_CAP = 100_000;
  private static final String CASSINI1 = "cassini1";
  private static final double CASSINI1_FACTOR = 1.005;
  private static final long CASSINI1_CAP = 1_000_000;

  /**
   * Returns problems by name, with their usual targets and caps: {@code minimum + 1e-4 max(1,
   * |minimum|)} and 100,000 evaluations; for the article's function, unless it comes with a whole
   * suite of others, 0.01, as there, and 10,000,000 evaluations; for Cassini1 1.005 times the
   * minimum and 1,000,000 evaluations.
   *
   * @param names as in {@link Suites#resolve}
   * @return the cases in the order of their first mention, each problem once
   * @throws IllegalArgumentException if a name is unknown; the message tells what is known
   */
  public static List<BenchmarkProblem> resolve(String names) {
    Map<String, BenchmarkProblem> cases = new LinkedHashMap<>();
    for (String name : names.split(",", -1)) {
      boolean article = name.strip().toLowerCase(Locale.ROOT).startsWith(ARTICLE);
      for (TestProblem testProblem : Suites.resolve(name)) {
        cases.putIfAbsent(
            testProblem.name(),
            article
                ? new BenchmarkProblem(testProblem, ARTICLE_TARGET, ARTICLE_CAP)
                : usual(testProblem));
      }
    }
    return List.copyOf(cases.values());
  }

  /**
   * Returns a problem with its usual target and cap, as in {@link #resolve}.
   *
   * @param testProblem the problem and its minimum
   * @return the case
   */
  public static BenchmarkProblem usual(TestProblem testProblem) {
    return testProblem.name().equals(CASSINI1)
        ? new BenchmarkProblem(testProblem, CASSINI1_FACTOR * testProblem.minimum(), CASSINI1_CAP)
        : new BenchmarkProblem(testProblem, testProblem.target(), STANDARD_CAP);
  }

  /**
   * Returns this case with another target.
   *
   * @param accuracy how far above the minimum, 0 or more
   * @return the case with that target
   */
  public BenchmarkProblem within(double accuracy) {
    return new BenchmarkProblem(testProblem, testProblem.minimum() + accuracy, cap);
  }

  /**
   * Returns this case with a target relative to its minimum.
   *
   * @param share how far above the minimum, in its own size, 0 or more
   * @return the case with that target
   */
  public BenchmarkProblem withinShare(double share) {
    return within(share * Math.abs(testProblem.minimum()));
  }

  /**
   * Returns this case with another cap.
   *
   * @param evaluations the most evaluations a run may make, 1 or more
   * @return the case with that cap
   */
  public BenchmarkProblem capped(long evaluations) {
    return new BenchmarkProblem(testProblem, target, evaluations);
  }

  /**
   * Returns the problem's name.
   *
   * @return the name, as on the command line
   */
  public String name() {
    return testProblem.name();
  }

  int dimension() {
    return testProblem.problem().dimension();
  }
}
