package org.multidescent.bench.bbob.largescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.multidescent.bench.bbob.Bbob;
import org.multidescent.bench.bbob.BbobFunction;
import org.multidescent.bench.bbob.Suite;
import org.multidescent.bench.bbob.Vectors;

class LargeScaleTest {

  @Test
  void agreesWithSomeVectors() throws IOException {
    List<String[]> rows = Vectors.beside(LargeScaleTest.class);
    assertThat(rows).hasSize(48);
    assertThat(failures(rows)).isEmpty();
  }

  @Test
  void agreesWithAllVectors() throws IOException {
    List<String[]> rows = Vectors.all("bbob/largescale-vectors.csv");
    assertThat(rows).hasSize(576);
    assertThat(failures(rows)).isEmpty();
  }

  private static List<String> failures(List<String[]> rows) {
    List<String> failures = new ArrayList<>();
    for (String[] cells : rows) {
      BbobFunction function =
          LargeScale.function(
              Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
      double fOpt = Double.parseDouble(cells[4]);
      double expected = Double.parseDouble(cells[5]);
      double value = function.value(Vectors.numbers(cells[6]));
      if (!Vectors.agrees(value, expected, expected - fOpt)
          || !Vectors.agrees(function.fOpt(), fOpt, 0)) {
        failures.add(function + " " + cells[3] + ": " + value + ", not " + expected);
      }
    }
    return failures;
  }

  @Test
  void optimumHasTheLeastValueInDimensionsWithARest() {
    for (int f = 1; f <= Bbob.FUNCTIONS; f++) {
      BbobFunction function = LargeScale.function(f, 90, 2);
      double[] xOpt = function.xOpt();
      assertThat(function.value(xOpt)).as("%s", function).isCloseTo(function.fOpt(), within(1e-8));
      xOpt[85] += 0.9;
      assertThat(function.value(xOpt)).as("%s", function).isGreaterThan(function.fOpt());
    }
  }

  @Test
  void permutationsMoveByAThirdAtMostAndAreTheIdentityInOneBlock() {
    int[] order = Permutation.of(80, 2_010_001).order();
    assertThat(Arrays.copyOf(order, 12)).containsExactly(4, 13, 11, 7, 3, 6, 31, 47, 0, 5, 32, 35);
    assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, 80).toArray());
    assertThat(Permutation.of(40, 2_010_001).order()).isSorted();
  }

  @Test
  void suiteHasPublishedFigures() {
    Suite suite = LargeScale.suite();
    assertThat(suite.times().area("m2DLBFGS 2019", 40)).isCloseTo(0.233, within(6e-4));
    assertThat(suite.times().area("virtual best", 640)).isCloseTo(0.205, within(6e-4));
    assertThat(suite.published().of(160))
        .anyMatch(
            row -> row.algorithm().equals("m2DLBFGS 2019") && row.attainment().area() == 0.214);
  }

  @Test
  void namesTheArgumentOutOfRange() {
    assertThatThrownBy(() -> LargeScale.function(25, 20, 1))
        .hasMessage("function: 25 (expected: 1 to 24)");
    assertThatThrownBy(() -> LargeScale.function(1, 20, 0))
        .hasMessage("instance: 0 (expected: 1 or more)");
  }
}
