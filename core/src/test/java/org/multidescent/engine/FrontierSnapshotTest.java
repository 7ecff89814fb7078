package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.SavedFrontier;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Stall;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Origin;

class FrontierSnapshotTest {

  private final Frontier<LivePoint> frontier = Frontier.locked(1);

  private static LivePoint live(long start, double value) {
    Descent descent = Descent.standard();
    LivePoint live = new LivePoint(descent.newPoint(2));
    descent.begin(live.point, value, 1);
    live.origin = new Origin.Start(start);
    return live;
  }

  @Test
  void anEmptyFrontierHasNothing() {
    SavedFrontier saved = FrontierSnapshot.of(frontier, null, List.of());
    assertThat(saved.starts()).isEmpty();
    assertThat(saved.points()).isEmpty();
  }

  @Test
  void startsWaitWithTheirValues() {
    for (int start = 0; start < 10; start++) {
      frontier.access(0).offerStart(100 - start, start);
    }
    SavedFrontier saved = FrontierSnapshot.of(frontier, null, List.of());
    assertThat(saved.starts()).hasSize(10);
    for (int k = 0; k < 10; k++) {
      assertThat(saved.values()[k]).isEqualTo(100 - saved.starts()[k]);
    }
  }

  @Test
  void pointsWaitInTheOrderOfTheirOffersAndTheHeldOneComesLast() {
    frontier.access(0).offer(5, live(1, 5));
    frontier.access(0).offer(4, live(2, 4));
    LivePoint held = live(0, 9);
    held.stall = Stall.VALUE;
    SavedFrontier saved = FrontierSnapshot.of(frontier, held, List.of());
    assertThat(saved.points())
        .extracting(SavedPoint::origin)
        .containsExactly(new Origin.Start(1), new Origin.Start(2), new Origin.Start(0));
    assertThat(saved.points()).extracting(SavedPoint::taken).containsOnly(-1);
    assertThat(saved.points().get(2).stall()).isEqualTo(Stall.VALUE);
  }

  @Test
  void startsThatAreLoadedAndNotCountedYetAreKept() {
    for (int start = 0; start < 512; start++) {
      frontier.access(0).load(start, start);
    }
    frontier.access(0).seal();
    assertThat(FrontierSnapshot.of(frontier, null, List.of()).starts()).hasSize(512);
  }
}
