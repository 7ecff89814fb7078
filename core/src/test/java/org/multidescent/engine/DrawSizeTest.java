package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrawSizeTest {

  private static final long MICRO = 1_000;

  private final DrawSize size = new DrawSize(false);

  private void drawn(int count, long micros) {
    size.begin(0);
    size.end(count, micros * MICRO);
  }

  private void grow() {
    for (int k = 0; k < 12; k++) {
      drawn(size.count(), 1);
    }
  }

  @Test
  void cheapStartsAreDrawnTwiceAsManyAtOnceUpToALimit() {
    assertThat(size.count()).isOne();
    drawn(1, 1);
    assertThat(size.count()).isEqualTo(2);
    drawn(1, 1);
    assertThat(size.count()).as("fewer were wanted").isEqualTo(2);
    grow();
    assertThat(size.count()).isEqualTo(DrawSize.MOST);
  }

  @Test
  void thoseThatTakeMicrosecondsAreAsManyAsBefore() {
    drawn(1, 1);
    drawn(2, 15);
    assertThat(size.count()).isEqualTo(2);
  }

  @Test
  void costlyOnesAreDrawnOneByOne() {
    grow();
    drawn(size.count(), 25);
    assertThat(size.count()).isEqualTo(DrawSize.MOST / 2);
    drawn(size.count(), 20 * DrawSize.MOST);
    assertThat(size.count()).isOne();
    drawn(1, 1_000_000);
    assertThat(size.count()).isOne();
  }

  @Test
  void ofBatchesEachIsAStart() {
    DrawSize batch = new DrawSize(true);
    batch.begin(0);
    batch.end(1, 1);
    assertThat(batch.count()).isOne();
  }

  @Test
  void theClockIsLookedAtNowAndThen() {
    size.begin(System.nanoTime() - 30 * MICRO);
    assertThat(size.isLong(15)).isFalse();
    assertThat(size.isLong(16)).isTrue();
    size.begin(System.nanoTime() + 1_000_000 * MICRO);
    assertThat(size.isLong(16)).isFalse();
  }
}
