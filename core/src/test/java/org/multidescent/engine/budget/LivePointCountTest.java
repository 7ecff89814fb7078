package org.multidescent.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.report.Ending;

class LivePointCountTest {

  private final Termination termination = new Termination();
  private final LivePointCount alive = new LivePointCount(termination);

  @Test
  void whatTakesAPointsPlaceIsAdded() {
    alive.born(2);
    alive.replaced(1);
    alive.replaced(3);
    assertThat(alive.alive()).isEqualTo(4);
    alive.replaced(0);
    assertThat(alive.alive()).isEqualTo(3);
    alive.born(-2);
    assertThat(alive.alive()).isOne();
  }

  @Test
  void theSearchEndsWhenTheLastStallsWithoutReplacement() {
    alive.born(2);
    alive.replaced(0);
    assertThat(termination.isEnded()).isFalse();
    alive.replaced(0);
    assertThat(termination.ending()).isEqualTo(Ending.EXHAUSTED);
  }
}
