package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.landscape.Landscape;
import org.multidescent.landscape.Landscapes;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;

/** Sweeps along the axes, as hops of a search. */
class SweepTest {

  private static final Landscape SCHWEFEL = Landscapes.named("schwefel10");

  private static final Landscape RASTRIGIN = Landscapes.named("rastrigin10");

  private static Search search() {
    return Search.of(RASTRIGIN.problem().withoutGradient())
        .seed(5)
        .workers(1)
        .budget(Budget.evaluations(10_000));
  }

  private static List<Optimum> swept(Result result) {
    return result.optima().stream().filter(SweepTest::isSwept).toList();
  }

  private static boolean isSwept(Optimum optimum) {
    return optimum.origin() instanceof Origin.Hop hop && hop.isAxes();
  }

  @Test
  void sweepsFindWhatHasManyBasinsAlongEachAxis() {
    long calls = 0;
    for (long seed = 1; seed <= 5; seed++) {
      Result result =
          Search.of(SCHWEFEL.problem().withoutGradient())
              .seed(seed)
              .workers(1)
              .budget(Budget.target(SCHWEFEL.target()).or(Budget.evaluations(50_000)))
              .run();
      assertThat(result.ending()).isEqualTo(Ending.TARGET);
      calls += result.progress().calls();
    }
    assertThat(calls / 5).as("mean calls; without sweeps some 17,000").isLessThan(8000);
  }

  @Test
  void whatASweepFoundCanBeFoundAgain() {
    Search search = search();
    List<Optimum> swept = swept(search.run());
    assertThat(swept).isNotEmpty();
    for (Optimum optimum : swept) {
      Replay replay = search.replay(optimum);
      assertThat(replay.x()).isEqualTo(optimum.x());
      assertThat(replay.value()).isEqualTo(optimum.value());
      assertThat(replay.calls()).isEqualTo(optimum.course().calls());
    }
  }

  @Test
  void isReproducible() {
    Search search = search().reproducible(4);
    Result alone = search.run();
    assertThat(swept(alone)).isNotEmpty();
    for (int workers : List.of(2, 5)) {
      assertThat(ResultDigest.of(search.workers(workers).run())).isEqualTo(ResultDigest.of(alone));
    }
  }
}
