package org.multidescent.bench.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.bench.statistics.Interval;

class AdvisorTest {

  private static final int WHOLE = ThreadTuner.WHOLE_DESCENTS;

  @Test
  void asManyWorkersAsProcessorsWhenRatesRise() {
    Recommendation found = advise(2, 50_000, WHOLE, 12, 100, 197, 199, 198);

    assertThat(found.workers()).isEqualTo(2);
    assertThat(found.code()).isEqualTo("Search.of(problem).workers(2).run();");
    assertThat(found.relaxed()).isFalse();
  }

  @Test
  void fewerWorkersWhenTheyReachTheSame() {
    assertThat(advise(8, 50_000, WHOLE, 64, 100, 190, 340, 345).workers()).isEqualTo(3);
  }

  @Test
  void oneWorkerWhenCallsTakeTurns() {
    Recommendation found = advise(2, 20_000, WHOLE, 12, 100, 102, 101, 101);

    assertThat(found.workers()).isEqualTo(1);
    assertThat(String.join(" ", found.reasons())).contains("take turns", "Problems.perWorker");
  }

  @Test
  void moreWorkersThanProcessorsOnlyForObjectivesThatWait() {
    Recommendation found = advise(2, 5e6, WHOLE, 12, 100, 200, 300, 400);

    assertThat(found.workers()).isEqualTo(4);
    assertThat(found.reasons().get(0)).contains("4 workers on 2 processors", "waits");
    assertThat(advise(2, 5e6, WHOLE, 12, 100, 200, 203, 206).workers()).isEqualTo(2);
  }

  @Test
  void saysWhenRatesAreNotKnownWellEnough() {
    assertThat(String.join(" ", advise(2, 50_000, WHOLE, 12, 100, 197).reasons()))
        .doesNotContain("Not sure");
    Evidence sure = evidence(2, 50_000, WHOLE, 12, ThreadSafety.NO_DIFFERENCE_SEEN, 100, 197);
    WorkerRate unsure =
        new WorkerRate(2, 3, 197, 197, new Interval(80, 480), 1.97, new Interval(0.8, 4.9), 0.1);
    List<WorkerRate> levels = List.of(sure.rates().get(0), unsure);
    Evidence evidence =
        new Evidence(
            2,
            5,
            false,
            sure.cost(),
            sure.safety(),
            levels,
            false,
            WHOLE,
            new SearchProfile(8, 80, 12));
    assertThat(String.join(" ", Advisor.advise(evidence).reasons())).contains("Not sure");
  }

  @Test
  void relaxedFrontierForManyWorkersAndShortSlicesOfCheapSteps() {
    assertThat(advise(4, 30, 1, 64, 100, 200, 300, 400).relaxed()).isTrue();
    assertThat(advise(4, 30, 1, 64, 100, 200, 300, 400).code())
        .isEqualTo("Search.of(problem).workers(4).slice(1).relaxedFrontier().run();");
    assertThat(advise(4, 1e6, 1, 64, 100, 200, 300, 400).relaxed()).isFalse();
    assertThat(advise(4, 30, WHOLE, 64, 100, 200, 300, 400).relaxed()).isFalse();
    assertThat(advise(2, 30, 1, 64, 100, 200).relaxed()).isFalse();
  }

  @Test
  void splitDifferencesForDearCallsAndFewPoints() {
    assertThat(advise(4, 1e6, WHOLE, 1, 100, 200, 300, 400).splitDifferences()).isTrue();
    assertThat(advise(4, 1e6, WHOLE, 64, 100, 200, 300, 400).splitDifferences()).isFalse();
    assertThat(advise(4, 1e3, WHOLE, 1, 100, 200, 300, 400).splitDifferences()).isFalse();
  }

  @Test
  void objectivesThatAreNotSafeAreToBeWrapped() {
    Recommendation found =
        Advisor.advise(evidence(2, 20_000, WHOLE, 12, ThreadSafety.DIFFERS, 100, 101));

    assertThat(found.code()).contains("Problem.of(objective, box).serial()");
    assertThat(String.join(" ", found.reasons())).contains("not thread-safe", "Problems.perWorker");
  }

  @Test
  void heavyTailsAreNamed() {
    assertThat(String.join(" ", advise(2, 5e6, WHOLE, 12, 100, 197).reasons()))
        .doesNotContain("Heavy tail");
    CostProfile heavy = new CostProfile(5e6, 1e6, 5e6, 3e7, 9e7, 1e8, 100, 1);
    Evidence usual = evidence(2, 5e6, WHOLE, 12, ThreadSafety.NO_DIFFERENCE_SEEN, 100, 197);
    Evidence evidence =
        new Evidence(
            2,
            5,
            false,
            heavy,
            usual.safety(),
            usual.rates(),
            false,
            WHOLE,
            new SearchProfile(8, 80, 12));
    assertThat(String.join(" ", Advisor.advise(evidence).reasons())).contains("Heavy tail");
  }

  private static Recommendation advise(
      int processors, double nanos, int slice, long live, double... rates) {
    return Advisor.advise(
        evidence(processors, nanos, slice, live, ThreadSafety.NO_DIFFERENCE_SEEN, rates));
  }

  /** Rates of 1, 2, 3, ... workers, each known to 1 %. */
  private static Evidence evidence(
      int processors, double nanos, int slice, long live, ThreadSafety safety, double... rates) {
    List<WorkerRate> levels = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      Interval interval = new Interval(rates[i] * 0.99, rates[i] * 1.01);
      double speedUp = rates[i] / rates[0];
      levels.add(
          new WorkerRate(
              i + 1,
              8,
              rates[i],
              rates[i],
              interval,
              speedUp,
              new Interval(speedUp * 0.99, speedUp * 1.01),
              1));
    }
    CostProfile cost = new CostProfile(nanos, nanos, nanos, nanos, nanos, nanos, 1000, 1);
    return new Evidence(
        processors, 5, false, cost, safety, levels, false, slice, new SearchProfile(8, 80, live));
  }
}
