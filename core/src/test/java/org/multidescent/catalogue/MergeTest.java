package org.multidescent.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Optimum;

class MergeTest {

  private static final Tolerance TOLERANCE = new Tolerance(0.02, 0.5);

  /** A share of one long list of stalls at 100 optima well apart. */
  private static Catalogue share(int part, int parts, int capacity) {
    Catalogue catalogue = new Catalogue(3, TOLERANCE, capacity, part);
    Stalls stalls = new Stalls(11, 3, 100, 1e-4);
    for (int k = 0; k < 3_000; k++) {
      stalls.next();
      if (k % parts == part) {
        catalogue.add(
            stalls.x,
            stalls.value,
            stalls.origin,
            new DescentSummary(k, 0, false, DescentEnd.VALUE),
            stalls.evaluation);
      }
    }
    return catalogue;
  }

  private static List<Optimum> withoutIds(Catalogue catalogue) {
    return catalogue.optima(UnaryOperator.identity()).stream()
        .map(
            o ->
                new Optimum(
                    0,
                    o.x(),
                    o.estimate(),
                    o.highest(),
                    o.hits(),
                    o.firstSeen(),
                    o.origin(),
                    o.descent(),
                    o.starts()))
        .toList();
  }

  @Test
  void sharesTogetherAreTheWholeInAnyOrder() {
    Catalogue whole = share(0, 1, 1_000);
    for (int[] order : new int[][] {{0, 1, 2}, {2, 1, 0}, {1, 2, 0}}) {
      Catalogue merged = new Catalogue(3, TOLERANCE, 1_000, -1);
      for (int part : order) {
        assertThat(merged.merge(share(part, 3, 1_000))).isTrue();
      }
      assertThat(withoutIds(merged)).isEqualTo(withoutIds(whole));
      assertThat(merged.hits()).isEqualTo(3_000);
      assertThat(merged.completeness()).isEqualTo(whole.completeness());
    }
  }

  @Test
  void mergingAgainChangesNothing() {
    Catalogue merged = share(0, 2, 1_000);
    Catalogue other = share(1, 2, 1_000);
    assertThat(merged.merge(merged)).isFalse();
    assertThat(merged.merge(other)).isTrue();
    List<Optimum> once = merged.optima(UnaryOperator.identity());
    assertThat(merged.merge(other)).isFalse();
    assertThat(merged.optima(UnaryOperator.identity())).isEqualTo(once);
    assertThat(merged.hits()).isEqualTo(3_000);
    assertThatThrownBy(() -> other.merge(merged))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("other: parts [0, 1] (expected: all or none of [1])");
  }

  @Test
  void dropsAddUp() {
    Catalogue merged = share(0, 2, 10);
    merged.merge(share(1, 2, 30));
    long kept = merged.optima(UnaryOperator.identity()).stream().mapToLong(Optimum::hits).sum();
    assertThat(merged.size()).isEqualTo(10);
    assertThat(merged.hits()).isEqualTo(3_000).isEqualTo(kept + merged.droppedHits());
  }
}
