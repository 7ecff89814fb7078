package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;
import org.multidescent.start.Starts;

class ReplayTest {

  @ParameterizedTest
  @CsvSource({
    "2, 1, 0",
    "2, 8, 0",
    "12, 2, 0",
    "20, 8, 0",
    "13, 2, 4",
    "26, 2, 0",
    "29, 8, 16",
    "50, 2, 0",
    "52, 2, 4",
    "53, 8, 0",
    "57, 8, 16"
  })
  void runsTheDescentOfEachOptimumAgain(int number, int workers, int lanes) {
    Problem problem = Trials.problem(number, new AtomicLong());
    Search search = Trials.search(number, 7, problem).budget(Budget.evaluations(4_000));
    Search run = lanes > 0 ? search.reproducible(lanes) : search;
    Result result = run.workers(workers).run();
    assertThat(result.optima()).isNotEmpty();
    List<Optimum> found = new ArrayList<>(result.optima());
    found.addAll(result.unfinished());
    for (Optimum optimum : found) {
      Replay replay = search.workers(1).replay(optimum);
      assertThat(replay.x()).isEqualTo(optimum.x());
      assertThat(replay.value()).isEqualTo(optimum.value());
      assertThat(replay.evaluations()).isEqualTo(optimum.descent().evaluations());
      assertThat(replay.stall() != null || optimum == found.get(0)).isTrue();
      assertThat(replay.origin()).isEqualTo(optimum.origin());
      assertThat(search.workers(2).replay(optimum)).isEqualTo(replay);
    }
  }

  @Test
  void startsThatFailAreNamed() {
    Problem problem = Problem.of(x -> x[0], Box.cube(0, 1, 2));
    IllegalArgumentException cause = new IllegalArgumentException("no more");
    Starts starts =
        (seed, index, box, x) -> {
          if (index == 7) {
            throw cause;
          }
          Starts.uniform().fill(seed, index, box, x);
        };
    Search search = Search.of(problem).starts(starts).initialStarts(5);
    assertThat(search.replay(new Origin.Start(6)).path()).isNotEmpty();
    assertThatThrownBy(() -> search.replay(new Origin.Start(7)))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("the starts failed: start 7")
        .hasCause(cause);
    assertThatThrownBy(() -> search.initialStarts(8).replay(new Origin.Start(0)))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("the starts failed: start 7");
    Starts outside = (seed, index, box, x) -> Arrays.fill(x, 2);
    assertThatThrownBy(() -> search.starts(outside).replay(new Origin.Start(0)))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the starts failed: start 0: [2.0, 2.0] (expected: inside Box[[0.0, 0.0] .. [1.0,"
                + " 1.0]])");
  }

  @Test
  void originsOfOtherDimensionsAreRefused() {
    Search search = Search.of(Problem.of(x -> x[0], Box.cube(0, 1, 2)));
    Origin origin = new Origin.Polish(new Origin.Place(0, 0, new double[3], new double[3]));
    assertThatThrownBy(() -> search.replay(origin))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("origin: a position of 3 coordinates (expected: 2, as the box has)");
  }
}
