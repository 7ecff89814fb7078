package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Optimum;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;

class ReplayTest {

  @ParameterizedTest
  @CsvSource({"2, 1, 0", "2, 8, 0", "5, 2, 0", "20, 8, 0", "13, 2, 4", "25, 2, 0", "29, 8, 16"})
  void runsTheDescentOfEachOptimumAgain(int number, int workers, int lanes) {
    Problem problem = Trials.problem(number, new AtomicLong());
    Search search = Trials.search(number, 7, problem).budget(Budget.evaluations(4_000));
    Search run = lanes > 0 ? search.reproducible(lanes) : search;
    Result result = run.workers(workers).run();
    assertThat(result.optima()).isNotEmpty();
    for (Optimum optimum : result.optima()) {
      Replay replay = search.workers(1).replay(optimum);
      assertThat(replay.x()).isEqualTo(optimum.x());
      assertThat(replay.value()).isEqualTo(optimum.value());
      assertThat(replay.calls()).isEqualTo(optimum.course().calls());
      assertThat(replay.stall()).isNotNull();
      assertThat(replay.origin()).isEqualTo(optimum.origin());
      assertThat(search.workers(2).replay(optimum)).isEqualTo(replay);
    }
  }
}
