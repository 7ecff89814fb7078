package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Optimum;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;
import org.multidescent.restart.RestartStrategy;

/** Finished optima are local optima, and all there are where their number is known. */
class FinishTest {

  /** Landscapes whose minima inside the box, and none at its bounds, were counted. */
  enum Known {
    HIMMELBLAU(
        4,
        Box.cube(-5, 5, 2),
        x -> Math.pow(x[0] * x[0] + x[1] - 11, 2) + Math.pow(x[0] + x[1] * x[1] - 7, 2)),
    SIX_HUMP_CAMEL(6, Box.of(new double[] {-3, -2}, new double[] {3, 2}), Known::camel),
    THREE_HUMP_CAMEL(
        3,
        Box.cube(-5, 5, 2),
        x ->
            2 * x[0] * x[0]
                - 1.05 * Math.pow(x[0], 4)
                + Math.pow(x[0], 6) / 6
                + x[0] * x[1]
                + x[1] * x[1]),
    BRANIN(3, Box.of(new double[] {-5, 0}, new double[] {10, 15}), Known::branin),
    RASTRIGIN_1(3, Box.cube(-1.5, 1.5, 1), Known::rastrigin),
    RASTRIGIN_2(9, Box.cube(-1.5, 1.5, 2), Known::rastrigin),
    STYBLINSKI_TANG_2(4, Box.cube(-5, 5, 2), Known::styblinskiTang),
    STYBLINSKI_TANG_4(16, Box.cube(-5, 5, 4), Known::styblinskiTang),
    SPHERE(1, Box.cube(-2, 3, 5), x -> Arrays.stream(x).map(v -> v * v).sum()),
    ROSENBROCK_2(
        1, Box.cube(-5, 5, 2), x -> 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2));

    final int minima;
    final Box box;
    final Objective objective;

    Known(int minima, Box box, Objective objective) {
      this.minima = minima;
      this.box = box;
      this.objective = objective;
    }

    private static double camel(double[] x) {
      double a = x[0] * x[0];
      double b = x[1] * x[1];
      return (4 - 2.1 * a + a * a / 3) * a + x[0] * x[1] + (4 * b - 4) * b;
    }

    private static double branin(double[] x) {
      double bend = 5.1 / (4 * Math.PI * Math.PI) * x[0] * x[0];
      return Math.pow(x[1] - bend + 5 / Math.PI * x[0] - 6, 2)
          + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x[0])
          + 10;
    }

    private static double rastrigin(double[] x) {
      return Arrays.stream(x).map(v -> v * v + 10 - 10 * Math.cos(2 * Math.PI * v)).sum();
    }

    private static double styblinskiTang(double[] x) {
      return Arrays.stream(x).map(v -> (v * v * v * v - 16 * v * v + 5 * v) / 2).sum();
    }
  }

  private final AtomicLong calls = new AtomicLong();

  private Search search(Known known, long evaluations) {
    Problem problem =
        Problem.of(
            x -> {
              calls.incrementAndGet();
              return known.objective.value(x);
            },
            known.box);
    return Search.of(problem).seed(1).workers(1).budget(Budget.evaluations(evaluations));
  }

  @ParameterizedTest
  @EnumSource
  void asManyAsThereAre(Known known) {
    Search search =
        search(known, 40_000).restart(RestartStrategy.fresh(1)).coarseShare(0).initialStarts(50);
    Result result = search.finish(search.run(), 10_000, 1_000_000);
    assertThat(result.optima()).hasSize(known.minima).allMatch(Optimum::isFinished);
    assertThat(result.completeness().optima())
        .isCloseTo(known.minima, within(0.5 + 0.2 * known.minima));
    confirmNoLowerValueNearby(known, result);
  }

  @ParameterizedTest
  @EnumSource
  void eachStaysWhereItIsAndCanBeReplayed(Known known) {
    Search search = search(known, 2_000);
    Result found = search.run();
    Result result = search.finish(found, 20, 20_000);
    assertThat(result.optima()).hasSizeLessThanOrEqualTo(known.minima).isNotEmpty();
    assertThat(result.best().value()).isLessThanOrEqualTo(found.best().value());
    assertThat(result.optima().get(0).value()).isEqualTo(result.best().value());
    confirmNoLowerValueNearby(known, result);
    for (Optimum optimum : result.optima()) {
      Replay replay = search.replay(optimum);
      assertThat(replay.x()).isEqualTo(optimum.x());
      assertThat(replay.value()).isEqualTo(optimum.value());
      assertThat(replay.evaluations()).isEqualTo(optimum.descent().evaluations());
    }
    assertThat(search.finish(found, 20, 20_000).optima()).isEqualTo(result.optima());
  }

  /** A dense search around each optimum, at distances from 1e-6 to 1e-3 of the box. */
  private static void confirmNoLowerValueNearby(Known known, Result result) {
    for (Optimum optimum : result.optima()) {
      double[] x = optimum.x();
      for (double width = 1e-6; width <= 1e-3; width *= 10) {
        for (int k = 0; k < 64; k++) {
          double[] near = x.clone();
          for (int i = 0; i < x.length; i++) {
            double angle = k * Math.PI / 32 * (i + 1) + i;
            double there = x[i] + width * known.box.width(i) * Math.cos(angle);
            near[i] = Math.max(known.box.lower(i), Math.min(there, known.box.upper(i)));
          }
          assertThat(known.objective.value(near)).isGreaterThan(optimum.value() - 1e-9);
        }
      }
    }
  }

  @Test
  void evaluationsAreCountedAndNeverTooMany() {
    Search search = search(Known.RASTRIGIN_2, 1_000);
    Result found = search.run();
    for (long most : new long[] {1, 2, 37, 500}) {
      long before = calls.get();
      Result result = search.finish(found, 50, most);
      assertThat(calls.get() - before)
          .isEqualTo(result.progress().evaluations() - found.progress().evaluations())
          .isLessThanOrEqualTo(most);
      assertThat(result.optima().get(0).value()).isEqualTo(result.best().value());
      assertThat(search.replay(result.optima().get(0)).x()).isEqualTo(result.best().x());
    }
  }

  @Test
  void numbersAndResultsThatCannotBeAreRefused() {
    Search search = search(Known.SPHERE, 100);
    Result found = search.run();
    assertThatThrownBy(() -> search.finish(found, 0, 1))
        .hasMessage("optima: 0 (expected: 1 or more)");
    assertThatThrownBy(() -> search.finish(found, 1, 0))
        .hasMessage("evaluations: 0 (expected: 1 or more)");
    assertThatThrownBy(() -> search(Known.BRANIN, 100).finish(found, 1, 1))
        .hasMessage("result: 5 coordinates (expected: 2, as the box has)");
  }
}
