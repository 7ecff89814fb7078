package org.multidescent.bench.tune;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multidescent.problem.Problem;
import org.multidescent.problem.SelfTest;

/** What a problem's self-test says about sharing its objective. */
final class SafetyCheck {

  private static final long POLL_MILLIS = 20;

  private SafetyCheck() {}

  /**
   * Runs the self-test on a thread of its own, which is left to itself when the condition becomes
   * true; returns null then.
   */
  static @Nullable ThreadSafety checkUnless(
      BooleanSupplier stop, Problem problem, long seed, int positions, int threads) {
    FutureTask<ThreadSafety> check =
        new FutureTask<>(() -> check(problem, seed, positions, threads));
    Thread thread = new Thread(check, "benchmarks-self-test");
    thread.setDaemon(true);
    thread.start();
    while (!stop.getAsBoolean()) {
      try {
        return check.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        // asks again whether to stop
      } catch (InterruptedException early) {
        throw new IllegalStateException("interrupted while thread-safety was examined", early);
      } catch (ExecutionException failed) {
        throw new IllegalStateException("the self-test failed", failed.getCause());
      }
    }
    return null;
  }

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
