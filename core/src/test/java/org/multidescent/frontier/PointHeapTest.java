package org.multidescent.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointHeapTest {

  /** An entry of the reference: lowest value, then live by sequence, then cold by index. */
  private record Entry(double value, boolean live, long order) {

    static final Comparator<Entry> ORDER =
        Comparator.comparingDouble(Entry::value)
            .thenComparing(entry -> !entry.live)
            .thenComparingLong(Entry::order);
  }

  private static final class Taken extends Held<Entry> {

    Entry entry() {
      Entry live = point();
      return live != null ? live : new Entry(value(), false, start());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100, 20_000})
  void takesEntriesInTheOrderOfASortedReference(int typicalSize) {
    SplittableRandom random = new SplittableRandom(typicalSize);
    PointHeap<Entry> heap = new PointHeap<>(0);
    PriorityQueue<Entry> reference = new PriorityQueue<>(Entry.ORDER);
    Taken taken = new Taken();
    for (int i = 0; i < 500_000; i++) {
      double value = random.nextInt(3) == 0 ? random.nextInt(50) : random.nextDouble(100);
      int choice = random.nextInt(100);
      if (heap.size() == 0 || choice < (heap.size() < typicalSize ? 60 : 30)) {
        if (random.nextBoolean()) {
          heap.addStart(PriorityKey.of(value), i);
          reference.add(new Entry(value, false, i));
        } else {
          Entry live = new Entry(value, true, i);
          heap.add(PriorityKey.of(value), live);
          reference.add(live);
        }
      } else if (choice < 80) {
        heap.poll(taken);
        assertThat(taken.entry().equals(reference.poll())).isTrue();
      } else {
        Entry live = new Entry(value, true, i);
        heap.exchange(PriorityKey.of(value), live, taken);
        assertThat(taken.entry().equals(reference.poll())).isTrue();
        reference.add(live);
      }
      assertThat(heap.size() == reference.size()).isTrue();
    }
    while (!reference.isEmpty()) {
      heap.poll(taken);
      assertThat(taken.entry()).isEqualTo(reference.poll());
    }
    assertThat(heap.least()).isEqualTo(PriorityKey.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 9, 10, 1_000, 300_000})
  void putsLoadedStartsInOrder(int count) {
    SplittableRandom random = new SplittableRandom(count);
    PointHeap<Entry> heap = new PointHeap<>(count);
    double[] values = random.doubles(count, -1, 1).toArray();
    for (int i = 0; i < count; i++) {
      heap.append(PriorityKey.of(values[i]), i);
    }
    Arrays.sort(values);
    assertThat(PriorityKey.value(heap.least())).isEqualTo(values[0]);

    assertThat(drainValues(heap)).isEqualTo(values);
  }

  @Test
  void takesEntriesBetweenLoads() {
    PointHeap<Entry> heap = new PointHeap<>(0);
    Taken taken = new Taken();
    heap.append(PriorityKey.of(2), 2);
    heap.add(PriorityKey.of(1), new Entry(1, true, 0));
    heap.poll(taken);
    assertThat(taken.value()).isEqualTo(1);
    heap.append(PriorityKey.of(0), 3);
    heap.append(PriorityKey.of(1), 4);

    assertThat(drainValues(heap)).containsExactly(0, 1, 2);
  }

  @Test
  void breaksTiesByKindThenByOrder() {
    PointHeap<String> heap = new PointHeap<>(0);
    for (int start : new int[] {5, 3, 9}) {
      heap.addStart(PriorityKey.of(0), start);
    }
    heap.add(PriorityKey.of(-0.0), "first");
    heap.add(PriorityKey.of(0.0), "second");
    List<String> order = new ArrayList<>();
    Held<String> held = new Held<>() {};
    while (heap.size() > 0) {
      heap.poll(held);
      order.add(held.point() == null ? "" + held.start() : held.point());
    }

    assertThat(order).containsExactly("first", "second", "3", "5", "9");
  }

  @Test
  void showsLivePointsInTheOrderOfTheirOffers() {
    PointHeap<String> heap = new PointHeap<>(0);
    Held<String> held = new Held<>() {};
    heap.add(PriorityKey.of(0), "gone");
    heap.add(PriorityKey.of(3), "a");
    heap.poll(held);
    heap.add(PriorityKey.of(1), "b");
    heap.addStart(PriorityKey.of(9), 7);
    heap.add(PriorityKey.of(2), "c");
    List<String> seen = new ArrayList<>();
    heap.forEachLive((value, point) -> seen.add(point + value));
    heap.forEachCold((value, start) -> seen.add(start + "=" + value));

    assertThat(seen).containsExactly("a3.0", "b1.0", "c2.0", "7=9.0");
  }

  private static double[] drainValues(PointHeap<Entry> heap) {
    double[] values = new double[heap.size()];
    Taken taken = new Taken();
    for (int i = 0; i < values.length; i++) {
      heap.poll(taken);
      values[i] = taken.value();
    }
    return values;
  }
}
