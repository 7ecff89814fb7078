package org.multidescent.bench.tune;

import java.util.Set;
import java.util.stream.Collectors;
import org.multidescent.problem.Problem;
import org.multidescent.problem.SelfTest;

/** What a problem's self-test says about sharing its objective. */
final class SafetyCheck {

  private SafetyCheck() {}

  /** Runs the self-test, and again on one thread if evaluations threw, to see whose fault it is. */
  static ThreadSafety check(Problem problem, long seed, int positions, int threads) {
    Set<SelfTest.Kind> kinds = kinds(problem.selfTest(seed, positions, threads));
    if (kinds.contains(SelfTest.Kind.NOT_REPEATABLE)) {
      return ThreadSafety.NOT_REPEATABLE;
    }
    if (kinds.contains(SelfTest.Kind.THREW)) {
      return kinds(problem.selfTest(seed, positions, 1)).contains(SelfTest.Kind.THREW)
          ? ThreadSafety.THROWS_ALONE
          : ThreadSafety.THROWS;
    }
    return kinds.contains(SelfTest.Kind.NOT_THREAD_SAFE)
        ? ThreadSafety.DIFFERS
        : ThreadSafety.NO_DIFFERENCE_SEEN;
  }

  private static Set<SelfTest.Kind> kinds(SelfTest test) {
    return test.findings().stream().map(SelfTest.Finding::kind).collect(Collectors.toSet());
  }
}
