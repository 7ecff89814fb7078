package org.multidescent.bench.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.bench.statistics.Interval;
import org.multidescent.problem.Box;
import org.multidescent.problem.Objective;
import org.multidescent.problem.Problem;

class TuningTest {

  @TempDir private Path folder;

  /** A supplier as a user would write it. */
  public static final class Supplied implements Supplier<Problem> {
    @Override
    public Problem get() {
      return Problem.of(x -> x[0] * x[0], Box.cube(-1, 1, 3));
    }
  }

  /** An objective as a user would write it. */
  public static final class Square implements Objective {
    @Override
    public double value(double[] x) {
      return x[0] * x[0];
    }
  }

  @Test
  void reportBeginsWithTheRecommendation() {
    assertThat(tuning(0.99).markdown())
        .startsWith(
            "# Threads for my model\n\n**2 workers**: 195 evaluations/s, 1.95 times one worker's")
        .contains("    Search.of(problem).workers(2).run();")
        .contains("3 (shared)", "p99.9", "Too few points", "Differences need not be split")
        .doesNotContain("The machine was shared");
    assertThat(tuning(0.4).markdown()).contains("**The machine was shared**", "40 %");
  }

  @Test
  void reportOpensFromDisk() throws IOException {
    String preface = "\n## How this came about\n\n- seeds: one\n";
    tuning(0.99).write(folder, preface);

    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("<svg ", "2 workers", "How this came about")
        .doesNotContain("NaN", "Infinity");
    assertThat(folder.resolve("tuning.md")).hasContent(tuning(0.99).markdown() + preface);
  }

  @Test
  void problemsAreLoadedByClass() {
    assertThat(ProblemLoader.load(Supplied.class.getName(), null, null).dimension()).isEqualTo(3);
    assertThat(ProblemLoader.load(Square.class.getName(), null, Box.cube(0, 1, 2)).dimension())
        .isEqualTo(2);
    assertThatThrownBy(() -> ProblemLoader.load(Square.class.getName(), null, null))
        .hasMessageContaining("expected: also --box");
    assertThatThrownBy(() -> ProblemLoader.load("java.lang.Object", null, null))
        .hasMessageContaining("expected: a Supplier<Problem> or an Objective");
    assertThatThrownBy(() -> ProblemLoader.load("no.Such", null, null))
        .hasMessageContaining("no.Such, not found");
    assertThatThrownBy(() -> ProblemLoader.load("java.lang.Math", null, null))
        .hasMessageContaining("public constructor");
    assertThatThrownBy(() -> ProblemLoader.load("no.Such", "no/such.jar", null))
        .hasMessageContaining("--classpath: no/such.jar");
  }

  @Test
  void problemsHaveNames() {
    assertThat(TuningProblems.named("busy-50us").dimension()).isEqualTo(5);
    assertThat(TuningProblems.named("rastrigin20").dimension()).isEqualTo(20);
    assertThat(TuningProblems.named("article6").isDifferentiable()).isFalse();
    assertThatThrownBy(() -> TuningProblems.named("nowhere"))
        .hasMessageContaining("busy-5ms-heavy");
    assertThatThrownBy(() -> TuningProblems.named("classic")).hasMessageContaining("33 problems");
  }

  @Test
  void settingsAreChecked() {
    ThreadTuner tuner = ThreadTuner.of(new Supplied().get());
    assertThatThrownBy(() -> tuner.workers(2, 0)).hasMessage("workers: 0 (expected: 1 or more)");
    assertThatThrownBy(() -> tuner.slice(0)).hasMessage("slice: 0 (expected: 1 or more)");
    assertThatThrownBy(() -> tuner.workers()).hasMessageContaining("workers: none");
    assertThatThrownBy(() -> tuner.duration(Duration.ZERO))
        .hasMessage("duration: PT0S (expected: longer than zero)");
  }

  private static Tuning tuning(double served) {
    int[] counts = {1, 2, 3};
    Measurements measurements = new Measurements(counts, 2);
    for (int round = 1; round <= 6; round++) {
      double drift = 1 + 0.01 * (round % 2);
      RateSample[] samples = new RateSample[3];
      double[] rates = {100, 195, 196};
      for (int index = 0; index < 3; index++) {
        double rate = rates[index] * (index == 1 ? 1 : drift);
        samples[index] =
            new RateSample(
                counts[index], round, rate, rate, served, rate, 0, new SearchProfile(6, 90, 12));
      }
      measurements.add(samples);
    }
    CostProfile cost = new CostProfile(1e7, 1e7, 1e7, 1e7, 1e7, 1e7, 300, 1);
    ThreadSafety safety = ThreadSafety.NO_DIFFERENCE_SEEN;
    List<WorkerRate> levels = measurements.workerRates();
    WorkerRate two = levels.get(1);
    levels.set(
        1,
        new WorkerRate(
            2, 6, two.measured(), 195, two.rateInterval(), 1.95, new Interval(1.9, 2.0), served));
    Evidence evidence =
        new Evidence(
            2,
            5,
            false,
            cost,
            safety,
            levels,
            false,
            ThreadTuner.WHOLE_DESCENTS,
            new SearchProfile(6, 90, 12));
    return new Tuning(
        "my model",
        new Machine(2, 1, "cpu", "vm", 0.1),
        cost,
        safety,
        Duration.ofMillis(250),
        levels,
        new Forecaster(counts, measurements.rates(), 2).forecast(1),
        Advisor.advise(evidence));
  }
}
