package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.report.Budget;
import org.multidescent.report.Improvement;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;

/** The best values as they are found: told to a listener, and kept in the result. */
class BestValuesTest {

  private static Search search(int lanes) {
    Search search =
        Search.of(TestProblems.rosenbrock(4).problem()).budget(Budget.evaluations(2_000));
    return lanes > 0 ? search.reproducible(lanes) : search;
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "3, 0", "1, 4", "3, 4"})
  void theHistoryEndsAtTheBest(int workers, int lanes) {
    Result result = search(lanes).workers(workers).run();
    List<Improvement> history = result.history();
    assertThat(history).isNotEmpty();
    assertThat(history)
        .isSortedAccordingTo(Comparator.comparingDouble(Improvement::value).reversed())
        .isSortedAccordingTo(Comparator.comparing(Improvement::time));
    Improvement last = history.get(history.size() - 1);
    assertThat(last.value()).isEqualTo(result.best().value());
    assertThat(last.evaluations()).isBetween(1L, result.progress().evaluations());
    assertThat(last.time()).isLessThanOrEqualTo(result.elapsed());
  }

  @ParameterizedTest
  @CsvSource({"1", "3"})
  void theListenerIsToldOfTheLastOne(int workers) {
    List<Result.Best> told = new ArrayList<>();
    Result result = search(0).workers(workers).onBest(told::add).run();
    assertThat(told).isNotEmpty();
    assertThat(told).isSortedAccordingTo(Comparator.comparingDouble(Result.Best::value).reversed());
    assertThat(told.get(told.size() - 1)).isEqualTo(result.best());
  }
}
