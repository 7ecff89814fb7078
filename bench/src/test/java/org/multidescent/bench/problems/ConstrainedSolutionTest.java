package org.multidescent.bench.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.Search;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblem;

/** A search with its defaults solves the problems under constraints. */
class ConstrainedSolutionTest {

  /** All but g02, with its many minima in 20 dimensions. */
  static Stream<TestProblem> problems() {
    return Suites.resolve("cec2006,designs").stream()
        .filter(problem -> !problem.name().equals("g02"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void isSolvedWithinTheBudgetOfTheCompetition(TestProblem problem) {
    for (int seed = 0; seed < 3; seed++) {
      Result result = run(problem, seed, problem.minimum() + 1e-4, 50_000);
      assertThat(result.ending()).as("seed %d", seed).isEqualTo(Ending.TARGET);
      assertThat(result.isFeasible()).isTrue();
    }
  }

  @Test
  void designsTakeFewEvaluations() {
    assertThat(meanEvaluations(EngineeringDesigns.tensionSpring())).isLessThan(220);
    assertThat(meanEvaluations(EngineeringDesigns.pressureVessel())).isLessThan(86);
  }

  private static double meanEvaluations(ConstrainedProblem design) {
    TestProblem problem = design.testProblem(0);
    return List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).stream()
        .map(seed -> run(problem, seed, problem.target(), 20_000))
        .peek(result -> assertThat(result.ending()).isEqualTo(Ending.TARGET))
        .mapToLong(result -> result.progress().evaluations())
        .average()
        .orElseThrow();
  }

  private static Result run(TestProblem problem, int seed, double target, long evaluations) {
    return Search.of(problem.problem())
        .seed(seed)
        .workers(1)
        .budget(Budget.target(target).or(Budget.evaluations(evaluations)))
        .run();
  }
}
