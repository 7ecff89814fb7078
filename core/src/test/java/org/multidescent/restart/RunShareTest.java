package org.multidescent.restart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.report.Origin;

class RunShareTest {

  private static final Origin RUN =
      new Origin.RecombinationRun(new Origin.Place(0, 1, new double[2], new double[2]));

  private final Stagnation stagnation = new Stagnation();
  private final RunShare share = new RunShare(stagnation::evaluations, 0.3, 0.2, 0.8, 0.5);

  private void spend(double value, long evaluations) {
    stagnation.add(share.learn(new Generation(RUN, value, evaluations), 5), false);
  }

  @Test
  void oneRunAtATimeUpToItsShareUnlessItLeads() {
    assertThat(share.isFree()).isTrue();
    stagnation.add(700, false);
    share.begin();
    assertThat(share.isFree()).isFalse();
    spend(6, 290);
    assertThat(share.hasTurn()).isTrue();
    spend(6, 310);
    assertThat(share.hasTurn()).isFalse();
    spend(4, 320);
    assertThat(share.hasTurn()).as("below the best optimum").isTrue();
    share.end(true);
    assertThat(share.isFree()).as("320 of 1,020, with a share of .45").isTrue();
  }

  @Test
  void theShareFollowsWhatRunsFind() {
    stagnation.add(1000, false);
    share.begin();
    spend(6, 250);
    share.end(false);
    assertThat(share.hasTurn()).as("250 of 1,250, a share of .2").isTrue();
    share.begin();
    spend(6, 10);
    share.end(false);
    assertThat(share.hasTurn()).as("260 of 1,260").isFalse();
    share.raise(0.25);
    assertThat(share.hasTurn()).isTrue();
  }

  @Test
  void aRestoredShareGoesOnAsTheSavedOne() {
    stagnation.add(1000, false);
    share.begin();
    spend(4, 400);
    double[] saved = new double[RunShare.SAVED + 1];
    share.save(saved, 1);
    RunShare other = new RunShare(stagnation::evaluations, 0.1, 0.1, 0.8, 0.9);
    other.restore(saved, 1);
    assertThat(other.isFree()).isFalse();
    assertThat(other.hasTurn()).isTrue();
    assertThat(other.count(410)).isEqualTo(10);
    double[] again = new double[RunShare.SAVED + 1];
    share.count(410);
    share.save(saved, 1);
    other.save(again, 1);
    assertThat(again).isEqualTo(saved);
  }
}
