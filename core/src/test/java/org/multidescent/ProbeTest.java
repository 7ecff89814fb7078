package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Probe;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;

final class ProbeTest {

  private static final long MEASURED_NANOS = 50_000;

  private final Problem problem = TestProblems.named("article6").problem().withoutGradient();

  private static final class Sums implements Probe {
    long evaluations;
    long slices;
    long steps;
    long polls;
    Thread thread = Thread.currentThread();
    boolean strange;

    @Override
    public void evaluation(long nanos, long weight) {
      evaluations += weight;
      check(nanos, weight);
    }

    @Override
    public void slice(long nanos, long count, long weight) {
      slices += weight;
      steps += count * weight;
      check(nanos, weight);
    }

    @Override
    public void poll(long nanos, long weight) {
      polls += weight;
      check(nanos, weight);
    }

    private void check(long nanos, long weight) {
      strange |= nanos < 0 || weight < 1;
      thread = Thread.currentThread();
    }
  }

  @Test
  void weightsTellHowManyThereWere() {
    List<Sums> sums = new CopyOnWriteArrayList<>();
    Search search =
        Search.article(problem)
            .initialStarts(100)
            .seed(1)
            .workers(2)
            .budget(Budget.evaluations(400_000))
            .probes(
                worker -> {
                  assertThat(worker).isEqualTo(sums.size());
                  sums.add(new Sums());
                  return sums.get(worker);
                });
    Result result = search.run();

    assertThat(sums).hasSize(2).noneMatch(each -> each.strange);
    assertThat(sums.get(0).thread).isNotSameAs(sums.get(1).thread);
    double evaluations = sums.stream().mapToLong(each -> each.evaluations).sum();
    double steps = sums.stream().mapToLong(each -> each.steps).sum();
    double polls = sums.stream().mapToLong(each -> each.polls).sum();
    assertThat(evaluations / result.progress().valueEvaluations()).isCloseTo(1, within(0.3));
    assertThat(steps / result.progress().steps()).isCloseTo(1, within(0.3));
    assertThat(polls / result.progress().steps()).isCloseTo(1, within(0.4));
  }

  @Test
  void weightsOfAReproducibleSearchTellHowManyThereWere() {
    List<Sums> sums = new CopyOnWriteArrayList<>();
    Search search =
        Search.article(problem)
            .initialStarts(100)
            .reproducible()
            .workers(2)
            .budget(Budget.evaluations(400_000))
            .probes(
                worker -> {
                  sums.add(new Sums());
                  return sums.get(worker);
                });
    Progress told = search.run().progress();

    assertThat(sums).hasSize(2).noneMatch(each -> each.strange);
    double evaluations = sums.stream().mapToLong(each -> each.evaluations).sum();
    double steps = sums.stream().mapToLong(each -> each.steps).sum();
    assertThat(evaluations / told.valueEvaluations()).isCloseTo(1, within(0.3));
    assertThat(steps / told.steps()).isCloseTo(1, within(0.3));
    assertThat(sums.stream().mapToLong(each -> each.polls).sum()).isPositive();
    assertThat(told.rates().isMeasured()).isTrue();
    assertThat(told.rates().evaluationsPerSecond()).isPositive();
    assertThat(told.rates().sinceBest()).isPositive().isLessThanOrEqualTo(told.elapsed());
  }

  /** It is not taken for a failure of the objective, and takes no value away. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 0", "0, 3", "1, 3", "2, 3"})
  void oneThatThrowsEndsTheSearchAndIsNamed(int method, int lanes) {
    Witness witness = new Witness();
    Search search =
        Search.of(witness.watch(measured()))
            .workers(2)
            .budget(Budget.evaluations(100_000))
            .failures(FailurePolicy.tolerate(Long.MAX_VALUE))
            .probes(worker -> new Throwing(method));
    Search chosen = lanes > 0 ? search.reproducible(lanes) : search;
    Throwable thrown = catchThrowable(chosen::run);
    assertThat(thrown)
        .isInstanceOf(SearchFailedException.class)
        .hasMessage("the probe failed")
        .hasRootCauseMessage("full");
    Result result = ((SearchFailedException) thrown).result();
    assertThat(result.faultCounts()).isEmpty();
    witness.confirm(result);
  }

  /** Evaluations of so many microseconds are all measured, not only a sample of them. */
  private static Problem measured() {
    return Problem.of(
        x -> {
          long end = System.nanoTime() + MEASURED_NANOS;
          while (System.nanoTime() < end) {
            Thread.onSpinWait();
          }
          return x[0] * x[0] + x[1] * x[1];
        },
        Box.cube(-1, 2, 2));
  }

  private record Throwing(int method) implements Probe {

    @Override
    public void evaluation(long nanos, long weight) {
      fail(0);
    }

    @Override
    public void slice(long nanos, long steps, long weight) {
      fail(1);
    }

    @Override
    public void poll(long nanos, long weight) {
      fail(2);
    }

    private void fail(int here) {
      if (here == method) {
        throw new IllegalStateException("full");
      }
    }
  }

  @Test
  void dearEvaluationsAreMeasuredEachTime() {
    for (Search search :
        List.of(Search.of(slow()).workers(2), Search.of(slow()).workers(2).reproducible())) {
      List<Sums> sums = new CopyOnWriteArrayList<>();
      Progress told =
          search
              .budget(Budget.evaluations(400))
              .probes(
                  worker -> {
                    sums.add(new Sums());
                    return sums.get(worker);
                  })
              .run()
              .progress();

      assertThat(sums.stream().mapToLong(each -> each.evaluations).sum())
          .isEqualTo(told.valueEvaluations());
      assertThat(told.rates().objective()).isPositive();
    }
  }

  private Problem slow() {
    return Problem.of(
        x -> {
          long end = System.nanoTime() + 100_000;
          while (System.nanoTime() < end) {
            Thread.onSpinWait();
          }
          return x[0] * x[0] + Math.cos(9 * x[1]);
        },
        problem.startBox());
  }

  @Test
  void probeChangesNoBitOfTheResult() {
    Search search = Search.of(problem).workers(1).budget(Budget.stalls(20));
    Result plain = search.run();
    Result probed = search.probes(worker -> new Sums()).run();

    assertThat(probed.optima()).isEqualTo(plain.optima());
    assertThat(probed.best()).isEqualTo(plain.best());
    assertThat(probed.progress().valueEvaluations()).isEqualTo(plain.progress().valueEvaluations());
  }

  @Test
  void progressTellsOfTheTimeWhenSomebodyListens() {
    List<Progress> told = new CopyOnWriteArrayList<>();
    Search search = Search.of(problem).workers(2).budget(Budget.evaluations(100_000));
    Progress unheard = search.run().progress();
    Progress heard = search.onProgress(Duration.ofMillis(1), told::add).run().progress();

    assertThat(unheard.rates().isMeasured()).isFalse();
    assertThat(heard.rates().isMeasured()).isTrue();
    assertThat(heard.rates().objective()).isBetween(0.0, 1.0);
    assertThat(heard.rates().frontier()).isBetween(0.0, 1.0);
    assertThat(heard.rates().idle()).isBetween(0.0, 1.0);
    assertThat(heard.rates().evaluationsPerSecond()).isNotNegative();
    assertThat(heard.rates().sinceBest()).isBetween(Duration.ZERO, heard.elapsed());
    assertThat(heard.toString()).contains("objective", "frontier", "idle");
    assertThat(unheard.toString()).doesNotContain("idle").contains("best", "live");
    assertThat(told.get(told.size() - 1).ending()).isEqualTo(Ending.EVALUATIONS);
  }
}
