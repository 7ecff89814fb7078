package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.Stall;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Estimate;
import org.multidescent.report.Origin;

class LivePointTest {

  private final Descent descent = Descent.standard();
  private final LivePoint live = new LivePoint(descent.newPoint(2));

  @BeforeEach
  void begin() {
    live.point.position()[0] = 0.5;
    descent.begin(live.point, 7, 1);
    live.origin = new Origin.Start(9);
    live.startValue = 8;
    live.evaluations = 12;
    live.best = 3;
    live.refined = true;
  }

  @Test
  void itsSummaryTellsHowItHasGone() {
    assertThat(live.summary()).isEqualTo(new DescentSummary(12, 3, true, DescentEnd.UNDER_WAY));
    assertThat(live.summary(DescentEnd.STEP).end()).isEqualTo(DescentEnd.STEP);
  }

  @Test
  void aStallIsTheEndOfADescentThatDidNotGiveUp() {
    Descent all = new Descent(StepRule.standard(), StallRule.standard(), Differences.adaptive());
    LivePoint other = new LivePoint(all.newPoint(2));
    all.begin(other.point, 7, 1);
    for (Stall stall : Stall.values()) {
      String end =
          switch (stall) {
            case OUTRUN -> "GAVE_UP";
            case FLOOR -> "PLATEAU";
            default -> stall.name();
          };
      assertThat(other.end(stall, all).name()).isEqualTo(end);
    }
  }

  @Test
  void oneWhoseFirstStageStalledHasGivenUp() {
    assertThat(descent.hasGivenUp(live.point)).isTrue();
    for (Stall stall : new Stall[] {Stall.GRADIENT, Stall.STEP, Stall.VALUE}) {
      assertThat(live.end(stall, descent)).isEqualTo(DescentEnd.GAVE_UP);
    }
    assertThat(live.end(Stall.PLATEAU, descent)).isEqualTo(DescentEnd.PLATEAU);
    assertThat(live.end(Stall.NOT_FINITE, descent)).isEqualTo(DescentEnd.NOT_FINITE);
  }

  @Test
  void itGoesOnFromACheckpoint() {
    live.stall = Stall.VALUE;
    SavedPoint saved = live.save(4);
    assertThat(saved.taken()).isEqualTo(4);
    LivePoint again = LivePoint.restored(saved, descent, 2);
    assertThat(again.save(4).state()).containsExactly(saved.state());
    assertThat(again.summary()).isEqualTo(live.summary());
    assertThat(again.origin).isEqualTo(live.origin);
    assertThat(again.startValue).isEqualTo(8);
    assertThat(again.stall).isEqualTo(Stall.VALUE);
    assertThat(again.point.position()).containsExactly(0.5, 0);
    assertThat(again.key()).isEqualTo(7);
    assertThat(again.best).isEqualTo(3);
  }

  @Test
  void aPointOfOtherRulesIsRefused() {
    assertThatThrownBy(() -> LivePoint.restored(live.save(0), descent, 3))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("checkpoint: a point of other rules: ");
  }

  @Test
  void aValueThatIsNotANumberComesLast() {
    descent.begin(live.point, Double.NaN, 1);
    assertThat(live.key()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void anEstimateIsKnownBetterThanAValue() {
    assertThat(live.known()).isEqualTo(Estimate.exact(7));
    live.estimate = Estimate.of(new double[] {7, 9}, 2);
    assertThat(live.known().mean()).isEqualTo(8);
  }
}
