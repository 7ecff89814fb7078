package org.multidescent.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;

class RepeatFilterTest {

  private static final Tolerance TOLERANCE = new Tolerance(0.02, 0.5);

  private static void feed(RepeatFilter filter, Catalogue catalogue, Stalls stalls) {
    if (!filter.repeats(stalls.x, stalls.value, stalls.origin, stalls.evaluation)) {
      synchronized (catalogue) {
        filter.add(catalogue, stalls.x, stalls.value, stalls.origin, stalls.evaluation);
      }
    }
  }

  @Test
  void changesNothingWhereOptimaAreWellApart() {
    Catalogue direct = new Catalogue(3, TOLERANCE, 1_000, 0);
    Catalogue filtered = new Catalogue(3, TOLERANCE, 1_000, 0);
    RepeatFilter filter = new RepeatFilter(TOLERANCE);
    Stalls stalls = new Stalls(4, 3, 30, 1e-4);
    long taken = 0;
    for (int k = 1; k <= 5_000; k++) {
      stalls.next();
      direct.add(stalls.x, stalls.value, stalls.origin, stalls.evaluation);
      feed(filter, filtered, stalls);
      taken = Math.max(taken, filter.pending());
      assertThat(filtered.hits() + filter.pending()).isEqualTo(k);
    }
    assertThat(taken).isPositive();
    filter.flush(filtered);
    assertThat(filter.pending()).isZero();
    assertThat(filtered.optima(UnaryOperator.identity()))
        .isEqualTo(direct.optima(UnaryOperator.identity()));
  }

  @ParameterizedTest
  @CsvSource({"20, 1000, 1e-4", "300, 10, 1e-4", "50, 1000, 0.02", "50, 5, 0.02"})
  void hitsAddUpUnderManyWorkers(int optima, int capacity, double noise) {
    Catalogue catalogue = new Catalogue(2, TOLERANCE, capacity, 0);
    int workers = 4;
    int each = 20_000;
    IntStream.range(0, workers)
        .parallel()
        .forEach(
            worker -> {
              RepeatFilter filter = new RepeatFilter(TOLERANCE);
              Stalls stalls = new Stalls(worker % 2, 2, optima, noise);
              for (int k = 0; k < each; k++) {
                stalls.next();
                feed(filter, catalogue, stalls);
              }
              synchronized (catalogue) {
                filter.flush(catalogue);
              }
            });
    List<Optimum> kept = catalogue.optima(UnaryOperator.identity());
    long hits = kept.stream().mapToLong(Optimum::hits).sum();
    assertThat(hits + catalogue.droppedHits()).isEqualTo(workers * each);
    assertThat(catalogue.hits()).isEqualTo(workers * each);
    assertThat(catalogue.size()).isLessThanOrEqualTo(capacity);
    for (Optimum a : kept) {
      for (Optimum b : kept) {
        boolean same =
            Math.hypot(a.x()[0] - b.x()[0], a.x()[1] - b.x()[1]) < 0.0199
                && Math.abs(a.value() - b.value()) <= 0.5;
        assertThat(a.id() == b.id() || !same).isTrue();
      }
    }
  }

  @Test
  void leavesWhatIsNotFiniteToTheCatalogue() {
    Tolerance positions = new Tolerance(0.1, Double.POSITIVE_INFINITY);
    Catalogue catalogue = new Catalogue(1, positions, 10, 0);
    RepeatFilter filter = new RepeatFilter(positions);
    Origin start = new Origin.Start(0);
    filter.add(catalogue, new double[] {0}, 0, start, 0);
    assertThat(filter.repeats(new double[] {0}, 1e300, start, 0)).isTrue();
    assertThat(filter.repeats(new double[] {0}, Double.NEGATIVE_INFINITY, start, 0)).isFalse();
    assertThat(filter.repeats(new double[] {0}, Double.NaN, start, 0)).isFalse();
    assertThat(filter.repeats(new double[] {Double.NaN}, 0, start, 0)).isFalse();
  }
}
