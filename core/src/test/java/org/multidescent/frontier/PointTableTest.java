package org.multidescent.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointTableTest {

  private final PointTable<String> table = new PointTable<>();

  @Test
  void aSlotThatIsFreeIsUsedAgain() {
    int first = table.add("a");
    int second = table.add("b");
    int third = table.add("c");
    assertThat(table.remove(first)).isEqualTo("a");
    assertThat(table.remove(third)).isEqualTo("c");
    assertThat(table.add("d")).isEqualTo(third);
    assertThat(table.add("e")).isEqualTo(first);
    assertThat(table.add("f")).isEqualTo(3);
    assertThat(table.get(second)).isEqualTo("b");
    assertThat(table.slots()).isEqualTo(4);
  }

  @Test
  void itGrows() {
    for (int k = 0; k < 100; k++) {
      assertThat(table.add("point " + k)).isEqualTo(k);
    }
    assertThat(table.get(0)).isEqualTo("point 0");
    assertThat(table.get(99)).isEqualTo("point 99");
  }

  @Test
  void theOrderIsThatOfOffersNotOfSlots() {
    int a = table.add("a");
    int b = table.add("b");
    assertThat(table.before(a, b)).isTrue();
    table.remove(a);
    int c = table.add("c");
    assertThat(c).isEqualTo(a);
    assertThat(table.before(b, c)).isTrue();
    assertThat(table.inOrder()).containsExactly(b, c);
  }

  @Test
  void onePointInAnothersPlaceIsTheLastOffered() {
    int a = table.add("a");
    int b = table.add("b");
    assertThat(table.replace(a, "c")).isEqualTo("a");
    assertThat(table.get(a)).isEqualTo("c");
    assertThat(table.inOrder()).containsExactly(b, a);
  }
}
