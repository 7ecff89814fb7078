package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.function.BatchObjective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Result;

/** What a search needs in memory is bounded by its dimension and its budget. */
class MemoryTest {

  private static final int LARGEST_BLOCK = 1 << 20;

  @ParameterizedTest
  @ValueSource(ints = {40_000, 50_000, 100_000})
  void aBatchObjectiveInManyDimensionsIsCalledInBlocks(int dimension) {
    AtomicInteger largest = new AtomicInteger();
    BatchObjective bowl =
        (xs, count, values) -> {
          largest.accumulateAndGet(count, Math::max);
          for (int k = 0; k < count; k++) {
            values[k] = Math.abs(xs[k * dimension] - 0.3);
          }
        };
    Result result =
        Search.of(Problems.batch(bowl, Box.cube(0, 1, dimension)))
            .workers(2)
            .initialStarts(20)
            .budget(Budget.evaluations(200))
            .run();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(result.progress().evaluations()).isEqualTo(200);
    assertThat((long) largest.get() * dimension).isLessThanOrEqualTo(LARGEST_BLOCK);
  }

  @Test
  void aPoolBeyondTheBudgetTakesNoMoreRoomThanTheBudget() {
    for (Search search : searches(Problem.of(x -> x[0] * x[0], Box.cube(-1, 1, 2)))) {
      Result result = search.initialStarts(Integer.MAX_VALUE).budget(Budget.evaluations(100)).run();
      assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
      assertThat(result.progress().evaluations()).isEqualTo(100);
    }
  }

  @Test
  void aPoolThatDoesNotFitInMemoryIsRefused() {
    assumeTrue(Runtime.getRuntime().maxMemory() < 12L * Integer.MAX_VALUE, "this machine has room");
    for (Search search : searches(Problem.of(x -> x[0] * x[0], Box.cube(-1, 1, 2)))) {
      Search large = search.initialStarts(Integer.MAX_VALUE).budget(Budget.steps(10));
      assertThatThrownBy(large::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("initialStarts: 2147483647 (expected: at most ");
    }
  }

  private static List<Search> searches(Problem problem) {
    Search search = Search.of(problem).workers(2);
    return List.of(search, search.exactFrontier(), search.relaxedFrontier(), search.reproducible());
  }
}
