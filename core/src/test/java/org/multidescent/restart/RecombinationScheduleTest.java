package org.multidescent.restart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.random.RandomStream;
import org.multidescent.report.Origin;

/** When differential evolution is run in two dimensions. */
class RecombinationScheduleTest {

  private final Stagnation stagnation = new Stagnation();
  private final RecombinationSchedule schedule = new RecombinationSchedule(stagnation);

  private void add(double made, boolean newBest) {
    stagnation.add(made, newBest);
    schedule.add(made, 2);
  }

  @Test
  void itBeginsLateAndWhereNothingImproves() {
    add(15_900, false);
    assertThat(schedule.isDue(2)).as("most problems are solved by then").isFalse();
    add(200, false);
    assertThat(schedule.isDue(2)).isTrue();
    assertThat(schedule.isDue(1001)).isFalse();
    add(1, true);
    assertThat(schedule.isDue(2)).as("a new best optimum").isFalse();
  }

  @Test
  void aRunBeginsAtTheBestOptimum() {
    add(20_000, false);
    double[] best = {0.25, 0.5};
    Perturbation run = schedule.begin(new KnownOptimum(4, -1, best));
    assertThat(schedule.isDue(2)).as("one at a time").isFalse();
    assertThat(run.source()).isEqualTo(4);
    assertThat(run.candidates()).isEqualTo(1);
    double[] u = new double[2];
    run.propose(new RandomStream(1, 2, 3), u);
    assertThat(u).containsExactly(best);
    Origin origin = run.origin(new Origin.Place(4, 7, best, u));
    assertThat(RecombinationSchedule.isRun(origin)).isTrue();
    assertThat(RecombinationSchedule.isRun(new Origin.Start(0))).isFalse();
  }

  @Test
  void aRestoredScheduleGoesOnAsTheSavedOne() {
    add(20_000, false);
    schedule.begin(new KnownOptimum(4, -1, new double[2]));
    double[] saved = new double[RecombinationSchedule.SAVED];
    schedule.save(saved, 0);
    RecombinationSchedule other = new RecombinationSchedule(stagnation);
    assertThat(other.isDue(2)).isTrue();
    other.restore(saved, 0);
    assertThat(other.isDue(2)).isFalse();
  }
}
