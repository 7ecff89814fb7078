package org.multidescent.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.report.Completeness;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;

class CatalogueTest {

  private static final Origin START = new Origin.Start(0);
  private static final Origin GAUSS =
      new Origin.Perturbation("gauss", new Origin.Place(0, 0, new double[1], new double[1]));
  private static final DescentSummary COURSE = new DescentSummary(1, 0, false, DescentEnd.VALUE);
  private static final Tolerance TOLERANCE = new Tolerance(0.01, 0.5);

  private static Catalogue catalogue(int capacity) {
    return new Catalogue(1, TOLERANCE, capacity, 0);
  }

  private static List<Optimum> optima(Catalogue catalogue) {
    return catalogue.optima(UnaryOperator.identity());
  }

  private static long keptHits(Catalogue catalogue) {
    return optima(catalogue).stream().mapToLong(Optimum::hits).sum();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 30, 1e-4, 1000", "2, 2, 50, 1e-3, 1000", "3, 5, 200, 1e-3, 1000", "4, 2, 40, 0.02, 1000",
    "5, 2, 300, 1e-3, 20", "6, 3, 100, 0.01, 7", "7, 1, 20, 0.01, 1", "8, 10, 20, 3e-3, 1000"
  })
  void agreesWithTheNaiveOne(int seed, int dimension, int optima, double noise, int capacity) {
    Tolerance tolerance = new Tolerance(0.01, 0.5);
    Catalogue catalogue = new Catalogue(dimension, tolerance, capacity, 0);
    NaiveCatalogue naive = new NaiveCatalogue(tolerance, capacity);
    Stalls stalls = new Stalls(seed, dimension, optima, noise);
    int n = 1_000;
    for (int k = 0; k < n; k++) {
      stalls.next();
      catalogue.add(
          stalls.x,
          stalls.value,
          stalls.origin,
          new DescentSummary(k, 0, false, DescentEnd.VALUE),
          stalls.evaluation);
      naive.add(
          stalls.x,
          stalls.value,
          stalls.origin,
          new DescentSummary(k, 0, false, DescentEnd.VALUE),
          stalls.evaluation);
    }
    assertThat(optima(catalogue)).isEqualTo(naive.optima());
    assertThat(catalogue.droppedHits()).isEqualTo(naive.droppedHits);
    assertThat(catalogue.hits()).isEqualTo(n).isEqualTo(keptHits(catalogue) + naive.droppedHits);
    assertThat(optima(catalogue))
        .isSortedAccordingTo(Comparator.comparingDouble(Optimum::value).thenComparing(Optimum::id));
  }

  @Test
  void tellsNewFromRepeat() {
    Catalogue catalogue = catalogue(10);
    Classification first = catalogue.add(new double[] {0.5}, 1, START, COURSE, 7);
    Classification again = catalogue.add(new double[] {0.505}, 1.2, new Origin.Start(3), COURSE, 9);
    Classification elsewhere = catalogue.add(new double[] {0.6}, 1, START, COURSE, 11);
    Classification higher = catalogue.add(new double[] {0.5}, 3, START, COURSE, 12);
    assertThat(first.kind()).isEqualTo(Classification.Kind.NEW);
    assertThat(again.kind()).isEqualTo(Classification.Kind.REPEAT);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(elsewhere.kind()).isEqualTo(Classification.Kind.NEW);
    assertThat(higher.kind()).isEqualTo(Classification.Kind.NEW);
    Optimum optimum = optima(catalogue).get(0);
    assertThat(optimum.hits()).isEqualTo(2);
    assertThat(optimum.value()).isEqualTo(1);
    assertThat(optimum.highest()).isEqualTo(1.2);
    assertThat(optimum.firstSeen()).isEqualTo(7);
    assertThat(optimum.starts()).containsExactly(0L, 3L);
  }

  @Test
  void standsAtTheBestHitAndJoinsWhatItMeetsThere() {
    Catalogue catalogue = catalogue(10);
    catalogue.add(new double[] {0.500}, 1.0, START, COURSE, 1);
    catalogue.add(new double[] {0.515}, 0.9, START, COURSE, 2);
    assertThat(catalogue.size()).isEqualTo(2);
    Classification between =
        catalogue.add(new double[] {0.507}, 0.8, new Origin.Start(5), COURSE, 3);
    assertThat(between.id()).isZero();
    assertThat(catalogue.size()).isEqualTo(1);
    Optimum optimum = optima(catalogue).get(0);
    assertThat(optimum.id()).isZero();
    assertThat(optimum.x()).containsExactly(0.507);
    assertThat(optimum.hits()).isEqualTo(3);
    assertThat(optimum.origin()).isEqualTo(new Origin.Start(5));
  }

  @Test
  void dropsTheWorstWhenFullAndCountsIt() {
    Catalogue catalogue = catalogue(2);
    catalogue.add(new double[] {0.1}, 1, START, COURSE, 1);
    catalogue.add(new double[] {0.2}, 2, START, COURSE, 2);
    catalogue.add(new double[] {0.2}, 2, START, COURSE, 3);
    assertThat(catalogue.add(new double[] {0.3}, 3, START, COURSE, 4).kind())
        .isEqualTo(Classification.Kind.DROPPED);
    assertThat(catalogue.droppedHits()).isEqualTo(1);
    assertThat(catalogue.add(new double[] {0.4}, 0, START, COURSE, 5).kind())
        .isEqualTo(Classification.Kind.NEW);
    assertThat(catalogue.droppedHits()).isEqualTo(3);
    assertThat(optima(catalogue)).extracting(Optimum::value).containsExactly(0.0, 1.0);
    assertThat(catalogue.hits()).isEqualTo(5);
    assertThat(catalogue.completeness()).isEqualTo(new Completeness(5, 4));
  }

  @Test
  void showsTheBestToHopsInASnapshot() {
    Catalogue catalogue = catalogue(1000);
    for (int k = 0; k < 100; k++) {
      catalogue.add(new double[] {k}, 100 - k, START, COURSE, k);
    }
    BestOptima elite = catalogue.best();
    assertThat(elite.size()).isEqualTo(BestOptima.SIZE);
    assertThat(elite.value(0)).isEqualTo(1);
    assertThat(elite.x(0)).containsExactly(99);
    assertThat(elite.id(19)).isEqualTo(80);
    catalogue.add(new double[] {200}, 50.5, START, COURSE, 0);
    assertThat(catalogue.best()).isSameAs(elite);
    catalogue.add(new double[] {99.001}, 0.9, START, COURSE, 0);
    assertThat(catalogue.best().value(0)).isEqualTo(0.9);
    assertThat(elite.value(0)).isEqualTo(1);
  }

  @Test
  void countsOnlyDescentsFromStartsAsEvidence() {
    Catalogue catalogue = catalogue(10);
    catalogue.add(new double[] {0.1}, 1, START, COURSE, 1);
    catalogue.add(new double[] {0.1}, 1, GAUSS, COURSE, 1);
    catalogue.add(new double[] {0.2}, 1, GAUSS, COURSE, 1);
    assertThat(catalogue.completeness()).isEqualTo(new Completeness(1, 1));
  }

  @Test
  void anOptimumIsFinishedWhereADescentWasUnlessALowerValueTellsOtherwise() {
    Catalogue catalogue = catalogue(10);
    DescentSummary gaveUp = COURSE.endedBy(DescentEnd.GAVE_UP);
    assertThat(catalogue.add(new double[] {0.5}, 1, START, gaveUp, 1).isDiscovery()).isFalse();
    assertThat(catalogue.finished()).isZero();
    assertThat(catalogue.completeness()).isEqualTo(new Completeness(0, 0));
    assertThat(catalogue.add(new double[] {0.5}, 1, GAUSS, COURSE, 2).isDiscovery()).isTrue();
    assertThat(catalogue.add(new double[] {0.5}, 1, START, COURSE, 3).isDiscovery()).isFalse();
    assertThat(catalogue.finished()).isEqualTo(1);
    assertThat(catalogue.completeness()).isEqualTo(new Completeness(1, 1));
    catalogue.add(new double[] {0.5}, 1 - 1e-9, START, gaveUp, 4);
    assertThat(optima(catalogue).get(0).end()).isEqualTo(DescentEnd.VALUE);
    catalogue.add(new double[] {0.5}, 0.9, START, gaveUp, 5);
    assertThat(optima(catalogue).get(0).end()).isEqualTo(DescentEnd.GAVE_UP);
    assertThat(catalogue.finished()).isZero();
    assertThat(catalogue.completeness()).isEqualTo(new Completeness(0, 0));
  }

  @Test
  void refusesWhatIsNoOptimum() {
    Catalogue catalogue = catalogue(10);
    double[][] positions = {{Double.NaN}, {Double.POSITIVE_INFINITY}};
    for (double[] x : positions) {
      assertThatThrownBy(() -> catalogue.add(x, 0, START, COURSE, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("(expected: finite numbers)");
    }
    for (double value : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> catalogue.add(new double[1], value, START, COURSE, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("value: " + value);
    }
    assertThatThrownBy(() -> catalogue.add(new double[2], 0, START, COURSE, 0))
        .hasMessage("x: 2 coordinates (expected: 1)");
    assertThat(catalogue.hits()).isZero();
  }
}
