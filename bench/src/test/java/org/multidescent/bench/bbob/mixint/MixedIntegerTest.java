package org.multidescent.bench.bbob.mixint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.bench.bbob.Bbob;
import org.multidescent.bench.bbob.Suite;
import org.multidescent.bench.bbob.Vectors;
import org.multidescent.problem.Box;

class MixedIntegerTest {

  @Test
  void agreesWithSomeVectors() throws IOException {
    List<String[]> rows = Vectors.beside(MixedIntegerTest.class);
    assertThat(rows).hasSize(144);
    assertThat(failures(rows)).isEmpty();
  }

  @Test
  void agreesWithAllVectors() throws IOException {
    List<String[]> rows = Vectors.all("bbob/mixint-vectors.csv");
    assertThat(rows).hasSize(720);
    assertThat(failures(rows)).isEmpty();
  }

  private static List<String> failures(List<String[]> rows) {
    List<String> failures = new ArrayList<>();
    for (String[] cells : rows) {
      MixedFunction function =
          MixedInteger.function(
              Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
      double fOpt = Double.parseDouble(cells[4]);
      double expected = Double.parseDouble(cells[5]);
      double[] x = Vectors.numbers(cells[6]);
      double value = function.value(x);
      if (!Vectors.agrees(value, expected, expected - fOpt)
          || !Vectors.agrees(function.fOpt(), fOpt, 0)
          || cells[3].equals("xopt") && !agrees(x, function.xOpt())) {
        failures.add(function + " " + cells[3] + ": " + value + ", not " + expected);
      }
    }
    return failures;
  }

  private static boolean agrees(double[] x, double[] xOpt) {
    for (int i = 0; i < x.length; i++) {
      if (!Vectors.agrees(x[i], xOpt[i], 1)) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 40, 80})
  void optimumIsOnTheGridAndHasTheLeastValue(int dimension) {
    for (int f = 1; f <= Bbob.FUNCTIONS; f++) {
      MixedFunction function = MixedInteger.function(f, dimension, 7);
      double[] xOpt = function.xOpt();
      assertThat(function.problem().startBox().contains(xOpt)).isTrue();
      assertThat(function.value(xOpt)).as("%s", function).isCloseTo(function.fOpt(), within(1e-8));
      xOpt[0] = 1 - xOpt[0];
      assertThat(function.value(xOpt)).as("%s", function).isGreaterThan(function.fOpt());
    }
  }

  @Test
  void boxHasTheValuesOfEachFifth() {
    Box box = MixedInteger.function(1, 10, 1).problem().startBox();
    double[] upper = {1, 1, 3, 3, 7, 7, 15, 15, 5, 5};
    for (int i = 0; i < upper.length; i++) {
      assertThat(box.upper(i)).isEqualTo(upper[i]);
      assertThat(box.lower(i)).isEqualTo(i < 8 ? 0 : -5);
    }
  }

  @Test
  void integerCoordinatesAreRoundedAndClamped() {
    MixedFunction function = MixedInteger.function(8, 5, 1);
    double value = function.value(new double[] {1, 0, 7, 3, 0.3});
    assertThat(function.value(new double[] {1.4, -0.5, 9, 2.5, 0.3})).isEqualTo(value);
    assertThat(function.value(new double[] {0.6, -3, 6.5, 3.49, 0.3})).isEqualTo(value);
    assertThat(function.value(new double[] {1, 0, 7, 3, 0.31})).isNotEqualTo(value);
  }

  @Test
  void suiteHasPublishedFigures() {
    Suite suite = MixedInteger.suite();
    assertThat(suite.times().area("CMA-ES (pycma) 2019", 5)).isCloseTo(0.314, within(6e-4));
    assertThat(suite.times().area("virtual best", 20)).isCloseTo(0.156, within(6e-4));
    assertThat(suite.published().of(10))
        .anyMatch(
            row ->
                row.algorithm().equals("CMA-ES (pycma) 2019") && row.attainment().area() == 0.286);
  }

  @Test
  void namesTheArgumentOutOfRange() {
    assertThatThrownBy(() -> MixedInteger.function(1, 7, 1))
        .hasMessage("dimension: 7 (expected: a multiple of 5)");
    assertThatThrownBy(() -> MixedInteger.function(25, 5, 1))
        .hasMessage("function: 25 (expected: 1 to 24)");
  }
}
