package org.multidescent.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.multidescent.function.Objective;
import org.multidescent.function.ValueAndGradient;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

class RunExecutionTest {

  private static final Problem SLOPE = Problem.of(x -> x[0], Box.cube(0, 1, 2));

  @Test
  void aCrashIsRecordedAndNotSolved() {
    RunOutcome outcome =
        new RunExecution(
                contender(
                    run -> {
                      run.objective().value(new double[] {0.5, 0});
                      throw new IllegalStateException("broken");
                    }),
                task(0.1, 10))
            .run();
    assertThat(outcome.solved()).isFalse();
    assertThat(outcome.crash()).hasMessage("broken");
    assertThat(outcome.counts().valueEvaluations()).isEqualTo(1);
    assertThat(outcome.best()).isEqualTo(0.5);
  }

  @Test
  void aValueThatComesWithItsGradientCounts() {
    ValueAndGradient bowl =
        (x, gradient) -> {
          gradient[0] = 2 * (x[0] - 0.3);
          return (x[0] - 0.3) * (x[0] - 0.3);
        };
    Problem problem = Problem.withGradient(bowl, Box.cube(0, 1, 1));
    RunOutcome outcome =
        new RunExecution(Contenders.named("search"), new Task(problem, 1e-9, 100, 1, 1, 1)).run();
    assertThat(outcome.solved()).isTrue();
    assertThat(outcome.best()).isBetween(0.0, 1e-9);
    assertThat(outcome.improvements()).isNotEmpty();
  }

  @Test
  void theCallBeyondTheCapIsNotMade() {
    RunOutcome outcome =
        new RunExecution(contender(RunExecutionTest::callForEver), task(-1, 10)).run();
    assertThat(outcome.counts().valueEvaluations()).isEqualTo(10);
    assertThat(outcome.crash()).isNull();
  }

  @Test
  void aCancelledMatchEndsAtItsNextCall() {
    RunExecution execution =
        new RunExecution(contender(RunExecutionTest::callForEver), task(-1, Long.MAX_VALUE));
    execution.cancel();
    assertThat(execution.run().evaluations()).isZero();
  }

  @Test
  void aCancelledSearchEnds() {
    RunExecution execution = new RunExecution(Contenders.named("search"), task(-1, Long.MAX_VALUE));
    execution.cancel();
    assertThat(execution.run().solved()).isFalse();
  }

  @Test
  void tasksAreChecked() {
    assertThatThrownBy(() -> task(0, 0)).hasMessage("cap: 0 (expected: 1 or more)");
    assertThatThrownBy(() -> task(Double.NaN, 1)).hasMessageStartingWith("target: NaN");
  }

  @Test
  void theCriticalDistanceShrinksAsPointsBecomeDense() {
    assertThat(Mlsl.critical(2, 100, 4)).isGreaterThan(Mlsl.critical(2, 1000, 4));
    assertThat(Mlsl.critical(1, 100, 4)).isEqualTo(2 * Math.log(100) / 100, within(1e-12));
  }

  @Test
  void laterPointsOfTikTakArePulledMore() {
    assertThat(TikTak.pull(1, 400)).isEqualTo(0.1);
    assertThat(TikTak.pull(25, 100)).isEqualTo(0.5);
    assertThat(TikTak.pull(100, 100)).isEqualTo(0.995);
  }

  private static org.assertj.core.data.Offset<Double> within(double tolerance) {
    return org.assertj.core.data.Offset.offset(tolerance);
  }

  private static void callForEver(Run run) {
    Objective objective = run.objective();
    while (true) {
      objective.value(new double[] {1, 1});
    }
  }

  private static Task task(double target, long cap) {
    return new Task(SLOPE, target, cap, 1, 1, 1);
  }

  private static Contender contender(java.util.function.Consumer<Run> work) {
    return new Contender() {
      @Override
      public String name() {
        return "test";
      }

      @Override
      public void run(Run run) {
        work.accept(run);
      }
    };
  }
}
