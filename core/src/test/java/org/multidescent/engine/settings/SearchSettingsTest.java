package org.multidescent.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;

class SearchSettingsTest {

  private static final Problem NOISY =
      Problems.stochastic((x, seed) -> x[0] + seed, Box.cube(0, 1, 1));

  private static boolean isExact(FrontierKind kind, int workers, int slice) {
    return new TestSettings()
        .frontier(kind)
        .workers(workers)
        .slice(slice)
        .make()
        .hasExactFrontier();
  }

  @Test
  void theFrontierIsTheOneAskedFor() {
    assertThat(isExact(FrontierKind.LOCKED, 64, 1)).isTrue();
    assertThat(isExact(FrontierKind.RELAXED, 2, 1000)).isFalse();
  }

  @Test
  void oneWorkerAlwaysMeetsTheExactOrder() {
    assertThat(isExact(FrontierKind.RELAXED, 1, 1)).isTrue();
  }

  @Test
  void reproducibleSearchesAlwaysDo() {
    SearchSettings settings =
        new TestSettings().frontier(FrontierKind.RELAXED).workers(8).lanes(3).make();
    assertThat(settings.isReproducible()).isTrue();
    assertThat(settings.hasExactFrontier()).isTrue();
  }

  @Test
  void theEngineChoosesByWorkersAndSlice() {
    assertThat(isExact(FrontierKind.AUTOMATIC, 2, 1)).isTrue();
    assertThat(isExact(FrontierKind.AUTOMATIC, 3, 63)).isFalse();
    assertThat(isExact(FrontierKind.AUTOMATIC, 3, 64)).isTrue();
  }

  @Test
  void noisySearchesKeepSomeEvaluationsForTheirEnd() {
    TestSettings settings = new TestSettings().problem(NOISY);
    assertThat(settings.budget(Budget.evaluations(1000)).make().searchEvaluations()).isEqualTo(950);
    assertThat(settings.budget(Budget.unlimited()).make().searchEvaluations())
        .isEqualTo(Long.MAX_VALUE);
    assertThat(new TestSettings().budget(Budget.evaluations(1000)).make().searchEvaluations())
        .isEqualTo(1000);
  }

  @Test
  void anotherProblemChangesNothingElse() {
    SearchSettings settings = new TestSettings().lanes(2).coarseShare(0.5).make();
    Problem other = Problem.of(x -> 0, Box.cube(0, 1, 2));
    SearchSettings moved = settings.with(other);
    assertThat(moved.problem()).isSameAs(other);
    assertThat(moved.with(settings.problem())).isEqualTo(settings);
  }

  @Test
  void theFirstStartLeadsIfOthersAreEvaluatedLater() {
    assertThat(new TestSettings().starts(4, 1).make().path().starts().leads()).isTrue();
    assertThat(new TestSettings().starts(4).make().path().starts().leads()).isFalse();
  }
}
