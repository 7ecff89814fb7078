package org.multidescent.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SelfTestTest {

  private static final Box BOX = Box.cube(1, 2, 2);

  @Test
  void passesAnObjectiveAsASearchNeedsIt() {
    Problem problem =
        Problem.withGradient(
            x -> x[0] * x[0] + x[1],
            (x, gradient) -> {
              gradient[0] = 2 * x[0];
              gradient[1] = 1;
              return 0;
            },
            BOX);
    SelfTest test = problem.selfTest(1, 20, 4);
    assertThat(test.isPassed()).isTrue();
    assertThat(test.gradients()).hasSize(3);
    assertThat(test).hasToString("self-test at 20 positions, on 4 threads: passed");
  }

  @Test
  void findsWhatIsNotRepeatable() {
    AtomicInteger calls = new AtomicInteger();
    SelfTest test = Problem.of(x -> x[0] + calls.incrementAndGet(), BOX).selfTest(1, 20, 1);
    assertThat(kinds(test)).contains(SelfTest.Kind.NOT_REPEATABLE);
    assertThat(test.findings().get(0).times()).isEqualTo(20);
  }

  @Test
  void findsWhatHasAnotherValueOnOtherThreads() {
    Thread own = Thread.currentThread();
    Problem problem = Problem.of(x -> Thread.currentThread() == own ? x[0] : -x[0], BOX);
    assertThat(kinds(problem.selfTest(1, 50, 4))).containsExactly(SelfTest.Kind.NOT_THREAD_SAFE);
    assertThat(Problem.of(x -> x[0], BOX).serial().selfTest().isPassed()).isTrue();
  }

  /** A buffer that all threads share, for calls of some microseconds. */
  @Test
  void findsASharedBuffer() {
    int found = 0;
    for (int rounds : new int[] {30, 300}) {
      for (int seed = 0; seed < 5; seed++) {
        double[] buffer = new double[2];
        Problem problem =
            Problem.of(
                x -> {
                  System.arraycopy(x, 0, buffer, 0, 2);
                  for (int k = 0; k < rounds; k++) {
                    buffer[0] = Math.sin(buffer[0]) + buffer[1];
                  }
                  return buffer[0];
                },
                BOX);
        found +=
            kinds(problem.selfTest(seed, 64, 2)).contains(SelfTest.Kind.NOT_THREAD_SAFE) ? 1 : 0;
      }
    }
    assertThat(found).as("of 10; all on a calm machine").isGreaterThanOrEqualTo(7);
  }

  @Test
  void findsValuesThatAreNotFiniteAndWhatIsThrown() {
    SelfTest infinite = Problem.of(x -> 1 / (x[0] - x[0]), BOX).selfTest(1, 5, 2);
    assertThat(kinds(infinite)).containsExactly(SelfTest.Kind.NOT_FINITE);
    Problem broken =
        Problem.of(
            x -> {
              throw new IllegalStateException("no");
            },
            BOX);
    SelfTest test = broken.selfTest(1, 5, 2);
    assertThat(kinds(test)).contains(SelfTest.Kind.THREW);
    assertThat(test.findings().get(0).toString())
        .startsWith("threw at 20 positions, first at [")
        .endsWith("]: java.lang.IllegalStateException");
  }

  @Test
  void findsAWrongGradient() {
    Problem problem =
        Problem.withGradient(
            x -> x[0] * x[1],
            (x, gradient) -> {
              gradient[0] = x[0];
              gradient[1] = x[1];
              return x[0] * x[1];
            },
            BOX);
    SelfTest test = problem.selfTest();
    assertThat(kinds(test)).containsExactly(SelfTest.Kind.GRADIENT);
    assertThat(test.toString()).contains("FAILED").contains("gradient at 3 positions");
  }

  @Test
  void refusesToTryNothing() {
    Problem problem = Problem.of(x -> 0, BOX);
    assertThatThrownBy(() -> problem.selfTest(0, 0, 1))
        .hasMessage("positions: 0 (expected: 1 or more)");
    assertThatThrownBy(() -> problem.selfTest(0, 1, 0))
        .hasMessage("threads: 0 (expected: 1 or more)");
  }

  private static List<SelfTest.Kind> kinds(SelfTest test) {
    return test.findings().stream().map(SelfTest.Finding::kind).toList();
  }
}
