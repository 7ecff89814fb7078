package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WellsTest {

  private final Wells wells = new Wells(2);
  private final List<PooledEntry> entries = new ArrayList<>();

  private PooledEntry add(PooledEntry entry) {
    entries.add(entry);
    wells.add(entries.toArray(new PooledEntry[0]), entries.size());
    return entry;
  }

  private PooledEntry start(double depth, double... at) {
    return add(PooledEntry.start(entries.size(), at[0] - depth, at, at, true));
  }

  private void optimum(double depth, double... at) {
    add(PooledEntry.optimum(at[0] - depth, at, at));
  }

  /** Starts on a slope, none of them nearer than .2 to (.5, .5). */
  @BeforeEach
  void slope() {
    SplittableRandom random = new SplittableRandom(3);
    while (entries.size() < 60) {
      double[] at = random.doubles(2).toArray();
      if (Math.hypot(at[0] - 0.5, at[1] - 0.5) > 0.2) {
        start(0, at);
      }
    }
    assertThat(wells.areTold()).isTrue();
    assertThat(wells.deepest()).isNull();
  }

  @Test
  void theDeepestStartComesFirst() {
    PooledEntry shallow = start(0.1, 0.5, 0.5);
    PooledEntry deep = start(0.2, 0.6, 0.5);
    assertThat(wells.deepest()).isSameAs(deep);
    deep.waits = false;
    assertThat(wells.deepest()).isSameAs(shallow);
    shallow.waits = false;
    assertThat(wells.deepest()).isNull();
  }

  @Test
  void aKnownWellEndsWhereTheBackgroundBegins() {
    PooledEntry start = start(0.1, 0.6, 0.5);
    optimum(0.3, 0.5, 0.5);
    assertThat(wells.deepest()).isNull();
    start(0, 0.5, 0.55);
    assertThat(wells.deepest()).isSameAs(start);
  }

  @Test
  void aStartBelowAnOptimumIsNotInItsWell() {
    optimum(0.1, 0.5, 0.5);
    PooledEntry start = start(0.2, 0.55, 0.5);
    assertThat(wells.deepest()).isSameAs(start);
  }

  @Test
  void anOptimumOnTheBackgroundHasNoWell() {
    optimum(0, 0.5, 0.5);
    PooledEntry start = start(0.1, 0.55, 0.5);
    assertThat(wells.deepest()).isSameAs(start);
  }
}
