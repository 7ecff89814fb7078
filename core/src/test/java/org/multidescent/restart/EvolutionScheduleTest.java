package org.multidescent.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.multidescent.descent.Stall;
import org.multidescent.report.Origin;

/** When an evolution strategy is run in two dimensions, while the search still improves. */
class EvolutionScheduleTest {

  private final Stagnation stagnation = new Stagnation();
  private final EvolutionSchedule schedule = new EvolutionSchedule(stagnation);

  private void end(Stall stall, boolean discovery, long calls) {
    end(new Origin.Start(0), stall, discovery, calls);
  }

  /** A descent that found a new best optimum, so that there is no stagnation. */
  private void end(Origin origin, Stall stall, boolean discovery, long calls) {
    Outcome outcome = new Outcome(origin, 9, 5, stall, 0, discovery, calls);
    stagnation.add(calls, true);
    schedule.learn(outcome, 2);
  }

  private boolean isDue() {
    return schedule.isDue(2);
  }

  @Test
  void descentsThatLeadDownToKnownOptimaNeedNone() {
    for (int k = 0; k < 1000; k++) {
      end(k % 3 == 0 ? Stall.STEP : Stall.VALUE, k % 3 == 1, 100);
      assertThat(isDue()).isFalse();
    }
  }

  @Test
  void lineSearchesThatFailAskForItEarly() {
    for (int k = 0; k < 7; k++) {
      end(k % 2 == 0 ? Stall.STEP : Stall.PLATEAU, false, 20);
      assertThat(isDue()).isFalse();
    }
    end(Stall.STEP, false, 70);
    assertThat(isDue()).as("%s calls, 8 failures", stagnation.evaluations()).isTrue();
    for (int k = 0; k < 7; k++) {
      end(Stall.VALUE, false, 20);
    }
    assertThat(isDue()).as("descents that get somewhere again").isFalse();
  }

  @Test
  void optimaThatAreNewEachTimeAskForItLater() {
    for (int k = 0; k < 16; k++) {
      assertThat(isDue()).isFalse();
      end(Stall.VALUE, true, 100);
    }
    end(Stall.VALUE, true, 1);
    assertThat(isDue()).isTrue();
  }

  @Test
  void twoCostlyDescentsIntoNewOptimaAskForIt() {
    end(Stall.VALUE, true, 101);
    assertThat(isDue()).isFalse();
    end(Stall.VALUE, true, 101);
    assertThat(isDue()).isTrue();
    end(Stall.VALUE, false, 101);
    assertThat(isDue()).as("a known optimum").isFalse();
  }

  @Test
  void oneVeryCostlyDescentAsksForItWithTheStandardPopulationFirst() {
    KnownOptimum best = new KnownOptimum(0, 5, new double[] {0.25, 0.75});
    end(Stall.VALUE, true, 301);
    assertThat(isDue()).isTrue();
    int[] offspring = new int[3];
    for (int k = 0; k < offspring.length; k++) {
      Origin.Place place = new Origin.Place(0, 0, new double[2], new double[2]);
      Origin run = schedule.begin(best, new PolishScheduleTest.Box(1)).origin(place);
      offspring[k] = ((Origin.EvolutionRun) run).offspring();
    }
    assertThat(offspring).containsExactly(6, 8, 16);
  }

  @Test
  void aDescentThatComesDownToAFloorAsksForItFromTheBestOptimum() {
    KnownOptimum best = new KnownOptimum(0, 5, new double[] {0.25, 0.75});
    stagnation.add(30, true);
    Outcome stayed = new Outcome(new Origin.Start(0), 5, 5, Stall.FLOOR, 0, true, 30);
    schedule.learn(stayed, 2);
    assertThat(isDue()).as("began on a floor").isFalse();
    end(Stall.FLOOR, true, 30);
    assertThat(isDue()).isTrue();
    assertThat(schedule.begin(best, new PolishScheduleTest.Box(1)))
        .satisfies(
            run -> {
              double[] u = new double[2];
              run.propose(new SplittableRandom(1), u);
              assertThat(u).containsExactly(0.25, 0.75);
            });
    schedule.share().end(false);
    end(Stall.VALUE, false, 1000);
    assertThat(isDue()).as("the last descent came to no floor").isFalse();
    end(Stall.FLOOR, false, 30);
    assertThat(isDue()).as("another floor").isTrue();
    Perturbation second = schedule.begin(best, new PolishScheduleTest.Box(1));
    double[] u = new double[2];
    second.propose(new SplittableRandom(1), u);
    assertThat(u).as("the second run begins anywhere").isNotEqualTo(best.position());
  }

  @Test
  void aRunWaitsWhileItHasHadItsShareUnlessItLeads() {
    Origin run = new Origin.EvolutionRun(8, new Origin.Place(0, 1, new double[2], new double[2]));
    end(Stall.VALUE, true, 101);
    end(Stall.VALUE, true, 101);
    schedule.begin(new KnownOptimum(0, 5, new double[2]), new PolishScheduleTest.Box(1));
    breed(run, 7, 150);
    assertThat(schedule.share().hasTurn()).as("150 of 352").isTrue();
    breed(run, 7, 210);
    assertThat(schedule.share().hasTurn()).as("210 of 412").isFalse();
    breed(run, 4, 220);
    assertThat(schedule.share().hasTurn()).as("the best optimum is 5").isTrue();
    breed(run, 6, 230);
    assertThat(schedule.share().hasTurn()).as("a better one was found").isFalse();
    end(Stall.VALUE, true, 101);
    assertThat(schedule.share().hasTurn()).as("230 of 533").isTrue();
  }

  private void breed(Origin run, double value, long evaluations) {
    stagnation.add(schedule.share().learn(new Generation(run, value, evaluations), 5), false);
  }

  @Test
  void polishingSaysNothingOfLineSearches() {
    double[] here = {0.5, 0.5};
    for (int k = 0; k < 100; k++) {
      end(new Origin.Polish(new Origin.Place(0, k, here, here)), Stall.STEP, true, 100);
    }
    assertThat(isDue()).isFalse();
  }

  @Test
  void aRestoredScheduleGoesOnAsTheSavedOne() {
    for (int k = 0; k < 20; k++) {
      end(Stall.STEP, true, 100);
    }
    double[] saved = new double[EvolutionSchedule.SAVED];
    schedule.save(saved, 0);
    EvolutionSchedule other = new EvolutionSchedule(stagnation);
    assertThat(other.isDue(2)).isFalse();
    other.restore(saved, 0);
    assertThat(other.isDue(2)).isTrue();
    double[] again = new double[EvolutionSchedule.SAVED];
    other.save(again, 0);
    assertThat(again).isEqualTo(saved);
  }
}
