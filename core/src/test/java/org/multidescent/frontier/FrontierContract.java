package org.multidescent.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every frontier keeps to, whatever its order. */
abstract class FrontierContract {

  abstract <T> Frontier<T> create(int workers, long expected);

  private <T> Frontier<T> create(int workers) {
    return create(workers, 0);
  }

  @Test
  void isEmptyAtFirst() {
    Frontier<String> frontier = create(3);

    assertThat(frontier.size()).isZero();
    assertThat(frontier.best()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(frontier.access(2).poll()).isFalse();
    assertThat(frontier.access(2).exchange(0, "mine")).isFalse();
  }

  @Test
  void givesBackWhatWasOffered() {
    Frontier<String> frontier = create(2);
    frontier.access(0).offer(1.5, "point");
    frontier.access(1).offerStart(-2.5, 7);
    assertThat(frontier.size()).isEqualTo(2);
    assertThat(frontier.best()).isEqualTo(-2.5);

    Set<String> taken = new HashSet<>();
    Frontier.Access<String> access = frontier.access(1);
    while (access.poll()) {
      taken.add(access.value() + " " + access.point() + " " + access.start());
    }
    assertThat(taken).containsExactlyInAnyOrder("1.5 point -1", "-2.5 null 7");
    assertThat(frontier.size()).isZero();
  }

  @Test
  void findsTheLastEntryWhereverItIs() {
    for (int worker = 0; worker < 8; worker++) {
      Frontier<String> frontier = create(8);
      frontier.access(worker).load(1, worker);
      frontier.access(worker).seal();

      assertThat(frontier.access(7 - worker).poll()).isTrue();
      assertThat(frontier.access(7 - worker).start()).isEqualTo(worker);
      assertThat(frontier.access(worker).poll()).isFalse();
    }
  }

  @Test
  void takesInfinitiesAndZeros() {
    Frontier<String> frontier = create(1);
    Frontier.Access<String> access = frontier.access(0);
    double[] values = {Double.POSITIVE_INFINITY, 0.0, -0.0, Double.NEGATIVE_INFINITY, 1};
    for (int i = 0; i < values.length; i++) {
      access.offerStart(values[i], i);
    }
    assertThat(frontier.best()).isEqualTo(Double.NEGATIVE_INFINITY);
    double[] taken = drain(frontier).stream().mapToDouble(Double::doubleValue).sorted().toArray();

    assertThat(taken)
        .containsExactly(Double.NEGATIVE_INFINITY, 0.0, 0.0, 1, Double.POSITIVE_INFINITY);
  }

  @Test
  void takesStartsThatFollowEachOther() {
    Frontier<String> frontier = create(2);
    Frontier.Access<String> access = frontier.access(0);
    access.offerStarts(new double[] {9, 3, 1, 2, 9}, 1, 3, 7);
    assertThat(frontier.size()).isEqualTo(3);
    assertThat(frontier.best()).isEqualTo(1);
    Set<String> taken = new HashSet<>();
    while (access.poll()) {
      taken.add(access.value() + " " + access.start());
    }
    assertThat(taken).containsExactlyInAnyOrder("3.0 7", "1.0 8", "2.0 9");
    assertThatThrownBy(() -> access.offerStarts(new double[] {2, Double.NaN}, 0, 2, 4))
        .hasMessageContaining("NaN");
    assertThat(frontier.size()).isOne();
    assertThatThrownBy(() -> access.offerStarts(new double[1], 0, 1, -1))
        .hasMessage("start: -1 (expected: 0 or more)");
  }

  @Test
  void rejectsWhatIsNotANumberAndNegativeIndices() {
    Frontier<String> frontier = create(1);
    Frontier.Access<String> access = frontier.access(0);

    assertThatThrownBy(() -> access.offer(Double.NaN, "point")).hasMessageContaining("NaN");
    assertThatThrownBy(() -> access.offerStart(Double.NaN, 0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> access.load(Double.NaN, 0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> access.exchange(Double.NaN, "point")).hasMessageContaining("NaN");
    assertThatThrownBy(() -> access.offerStart(0, -1))
        .hasMessage("start: -1 (expected: 0 or more)");
    assertThatThrownBy(() -> access.load(0, -1)).hasMessage("start: -1 (expected: 0 or more)");
    access.seal();
    assertThat(frontier.size()).isZero();
  }

  @Test
  void namesWhatItCannotBeMadeWith() {
    assertThatThrownBy(() -> create(0)).hasMessage("workers: 0 (expected: 1 or more)");
    assertThatThrownBy(() -> create(1, -1)).hasMessage("expected: -1 (expected: 0 or more)");
    assertThatThrownBy(() -> create(1).access(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void exchangesOnlyForALowerValue() {
    Frontier<String> frontier = create(1);
    Frontier.Access<String> access = frontier.access(0);
    for (int i = 0; i < 100; i++) {
      access.offer(5, "other" + i);
    }
    for (int i = 0; i < 100; i++) {
      assertThat(access.exchange(5, "mine")).isFalse();
    }
    assertThat(access.exchange(5.5, "mine")).isTrue();
    assertThat(access.value()).isEqualTo(5);
    assertThat(access.point()).startsWith("other");
    assertThat(frontier.size()).isEqualTo(100);
    List<String> left = new ArrayList<>();
    frontier.forEachLive((value, point) -> left.add(point));
    assertThat(left).hasSize(100).contains("mine").doesNotContain(access.point());
  }

  @Test
  void exchangesForAColdStart() {
    Frontier<String> frontier = create(1);
    Frontier.Access<String> access = frontier.access(0);
    for (int i = 0; i < 100; i++) {
      access.offerStart(i, i);
    }
    assertThat(access.exchange(1_000, "mine")).isTrue();
    assertThat(access.point()).isNull();
    assertThat(access.value()).isEqualTo(access.start());
    assertThat(frontier.size()).isEqualTo(100);
    List<Integer> cold = new ArrayList<>();
    frontier.forEachCold((value, start) -> cold.add(start));
    assertThat(cold).hasSize(99).doesNotContain(access.start());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 511, 512, 513, 10_000})
  void loadsStarts(int count) {
    Frontier<String> frontier = create(3, count);
    double[] values = new SplittableRandom(count).doubles(count).toArray();
    for (int i = 0; i < count; i++) {
      frontier.access(i % 3).load(values[i], i);
    }
    for (int worker = 0; worker < 3; worker++) {
      frontier.access(worker).seal();
    }
    assertThat(frontier.size()).isEqualTo(count);
    assertThat(frontier.best())
        .isEqualTo(Arrays.stream(values).min().orElse(Double.POSITIVE_INFINITY));
    double[] taken = drain(frontier).stream().mapToDouble(Double::doubleValue).sorted().toArray();
    Arrays.sort(values);
    assertThat(taken).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "2, 1000", "4, 5", "4, 1000", "8, 7", "8, 1000"})
  void losesAndDoublesNothingUnderLoad(int threads, int entries) throws Exception {
    Frontier<Stress.Item> frontier = create(threads);
    Stress.Outcome outcome = Stress.run(frontier, threads, entries, 400_000 / threads);

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.seen()).hasSize(entries);
    assertThat(outcome.seen().values()).allMatch(times -> times == 1);
  }

  private static List<Double> drain(Frontier<String> frontier) {
    List<Double> values = new ArrayList<>();
    Frontier.Access<String> access = frontier.access(0);
    while (access.poll()) {
      values.add(access.value());
    }
    assertThat(frontier.size()).isZero();
    return values;
  }
}
