package org.multidescent.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.problem.Problem;
import org.multidescent.testproblem.TestProblem;
import org.multidescent.testproblem.TestProblems;

/** What every contender must keep to. */
class ContendersTest {

  private static final int STARTS = 30;

  private final AtomicLong values = new AtomicLong();
  private final AtomicLong gradients = new AtomicLong();
  private volatile double last;

  static Stream<String> names() {
    return Contenders.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void reportsTheCallsItMadeAndKeepsToTheCap(String name) {
    RunOutcome outcome =
        play(name, TestProblems.rastrigin(3), Double.NEGATIVE_INFINITY, 777, true, 1);
    assertThat(outcome.crash()).isNull();
    assertThat(outcome.solved()).isFalse();
    assertThat(outcome.counts().gradientEvaluations()).isZero();
    assertThat(outcome.counts().valueEvaluations())
        .isEqualTo(values.get())
        .isLessThanOrEqualTo(777);
  }

  @ParameterizedTest
  @MethodSource("names")
  void countsAnalyticGradientsAgainstTheCap(String name) {
    RunOutcome outcome =
        play(name, TestProblems.rastrigin(3), Double.NEGATIVE_INFINITY, 300, false, 1);
    assertThat(outcome.crash()).isNull();
    assertThat(outcome.counts().valueEvaluations()).isEqualTo(values.get());
    assertThat(outcome.counts().gradientEvaluations()).isEqualTo(gradients.get());
    assertThat(outcome.evaluations()).isLessThanOrEqualTo(300);
  }

  @ParameterizedTest
  @MethodSource("names")
  void stopsAtTheCallThatReachesTheTarget(String name) {
    RunOutcome outcome = play(name, TestProblems.named("article6"), 2.1, 20_000, true, 1);
    assertThat(outcome.solved()).isTrue();
    assertThat(outcome.best()).isEqualTo(last).isLessThanOrEqualTo(2.1);
    Improvement end = outcome.improvements().get(outcome.improvements().size() - 1);
    assertThat(end).isEqualTo(new Improvement(outcome.counts().valueEvaluations(), outcome.best()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void isTheSameForTheSameSeed(String name) {
    RunOutcome first = play(name, TestProblems.ackley(2), 1e-3, 1500, true, 1);
    RunOutcome second = play(name, TestProblems.ackley(2), 1e-3, 1500, true, 1);
    assertThat(second).usingRecursiveComparison().ignoringFields("nanos").isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("names")
  void keepsToTheCapOnTwoThreads(String name) {
    RunOutcome outcome =
        play(name, TestProblems.rastrigin(3), Double.NEGATIVE_INFINITY, 2000, true, 2);
    assertThat(outcome.counts().valueEvaluations())
        .isEqualTo(values.get())
        .isLessThanOrEqualTo(2000);
  }

  @Test
  void plainDescentsOfOneStyleTakeTheSameStarts() {
    RunOutcome single = play("single-lbfgs", TestProblems.levy(5), -1, 100_000, true, 1);
    RunOutcome independent = play("independent-lbfgs", TestProblems.levy(5), -1, 100_000, true, 1);
    assertThat(single.counts().stalls()).isEqualTo(1);
    assertThat(independent.counts().stalls()).isEqualTo(STARTS);
    assertThat(independent.improvements().subList(0, 3))
        .isEqualTo(single.improvements().subList(0, 3));
  }

  @Test
  void sortedAndTheArticleTakeTheSameCallsUntilThePointStalls() {
    RunOutcome sorted = play("sorted", TestProblems.named("article6"), 0.01, 100_000, true, 1);
    RunOutcome article = play("article", TestProblems.named("article6"), 0.01, 100_000, true, 1);
    assertThat(sorted.solved()).isTrue();
    assertThat(article.evaluations()).isEqualTo(sorted.evaluations());
    assertThat(article.counts().steps()).isEqualTo(sorted.counts().steps());
  }

  @Test
  void anUnknownNameListsAll() {
    assertThatThrownBy(() -> Contenders.named("nobody"))
        .hasMessageContaining("contender: nobody (expected: one of single, independent, sorted,")
        .hasMessageContaining("cmaes-ipop, ");
  }

  private RunOutcome play(
      String name, TestProblem testProblem, double target, long cap, boolean forward, int workers) {
    values.set(0);
    gradients.set(0);
    Problem problem = testProblem.problem();
    Problem counted =
        problem.decorated(
            evaluator ->
                new Watched(
                    evaluator,
                    value -> {
                      values.incrementAndGet();
                      last = value;
                    },
                    gradients::incrementAndGet));
    Task task =
        new Task(forward ? counted.withoutGradient() : counted, target, cap, 5, STARTS, workers);
    return new RunExecution(Contenders.named(name), task).run();
  }
}
