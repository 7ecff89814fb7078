package org.multidescent.bench.bbob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;

class TargetTraceTest {

  @Test
  void targetsFallByFifthsOfADecade() {
    assertThat(Targets.value(0)).isEqualTo(100);
    assertThat(Targets.value(10)).isEqualTo(1);
    assertThat(Targets.value(11)).isEqualTo(Math.pow(10, -0.2));
    assertThat(Targets.last()).isEqualTo(1e-8);
  }

  @Test
  void notesTheFirstEvaluationAtEachTarget() {
    TargetTrace trace = new TargetTrace(-7);
    trace.record(1000);
    trace.record(93);
    trace.record(Double.NaN);
    trace.record(-6);
    trace.record(50);
    assertThat(trace.evaluations()).isEqualTo(5);
    assertThat(trace.bestDf()).isEqualTo(1);
    long[] hits = trace.hits();
    assertThat(hits[0]).isEqualTo(2);
    assertThat(hits[1]).isEqualTo(4);
    assertThat(hits[10]).isEqualTo(4);
    assertThat(hits[11]).isEqualTo(TargetTrace.NEVER);
    assertThat(trace.solved()).isFalse();
    trace.record(-7);
    assertThat(trace.solved()).isTrue();
    assertThat(trace.hits()[50]).isEqualTo(6);
  }

  @Test
  void emptyTraceHasReachedNothing() {
    TargetTrace trace = new TargetTrace(3);
    assertThat(trace.hits()).hasSize(51).containsOnly(-1);
    assertThat(trace.bestDf()).isInfinite();
  }

  @Test
  void seesEveryKindOfEvaluation() {
    Problem problem = Problem.withGradient(x -> x[0], (x, gradient) -> x[0], Box.cube(0, 1000, 3));
    TargetTrace trace = new TargetTrace(0);
    Evaluator evaluator = problem.decorated(trace::watch).evaluator();
    evaluator.value(new double[] {500, 0, 0});
    evaluator.values(new double[] {400, 0, 0, 90, 0, 0}, 2, new double[2]);
    assertThat(trace.hits()[0]).isEqualTo(3);
    evaluator.valueAndGradient(new double[] {1, 0, 0}, new double[3]);
    assertThat(trace.hits()[10]).isEqualTo(4);
    assertThat(trace.evaluations()).isEqualTo(4 + 3);
  }

  @Test
  void workersShareOneCount() throws InterruptedException {
    TargetTrace trace = new TargetTrace(0);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int worker = 0; worker < 4; worker++) {
      threads.execute(
          () -> {
            for (int k = 1; k <= 10_000; k++) {
              trace.record(1000.0 / k);
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(trace.evaluations()).isEqualTo(40_000);
    assertThat(trace.bestDf()).isEqualTo(0.1);
    assertThat(trace.hits()[0]).isPositive();
    assertThat(trace.hits()[15]).isBetween(10_000L, 40_000L);
    assertThat(trace.hits()[16]).isEqualTo(TargetTrace.NEVER);
  }

  @Test
  void runStartsAndEndsWithItsFunction() {
    BbobFunction function = Bbob.function(9, 3, 2);
    BbobRun run = new BbobRun(function, 1);
    run.problem().evaluator().value(function.xOpt());
    BbobRow row = run.row("oracle", 2);
    assertThat(row.evaluations()).isEqualTo(1);
    assertThat(row.bestDf()).isLessThan(1e-8);
    assertThat(row.hits()).containsOnly(1L);
    assertThat(row.function()).isEqualTo(9);
    assertThat(row.workers()).isEqualTo(2);
    assertThat(run.target()).isEqualTo(function.fOpt() + 1e-8);
  }
}
