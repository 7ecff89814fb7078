package org.multidescent.bench.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BbobTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 40})
  void optimumLiesInTheBoxAndHasTheLeastValue(int dimension) {
    SplittableRandom random = new SplittableRandom(1);
    for (int f = 1; f <= Bbob.FUNCTIONS; f++) {
      BbobFunction function = Bbob.function(f, dimension, 4);
      double[] xOpt = function.xOpt();
      assertThat(function.problem().startBox().contains(xOpt)).as("%s", function).isTrue();
      assertThat(function.value(xOpt)).as("%s", function).isCloseTo(function.fOpt(), within(1e-8));
      for (int k = 0; k < 50; k++) {
        double[] x = random.doubles(dimension, -6, 6).toArray();
        assertThat(function.value(x)).as("%s", function).isGreaterThan(function.fOpt());
      }
    }
  }

  @Test
  void callerCannotMoveTheOptimum() {
    BbobFunction function = Bbob.function(1, 2, 1);
    function.xOpt()[0] = 99;
    assertThat(function.value(function.xOpt())).isEqualTo(function.fOpt());
  }

  @Test
  void pairsThatShareASeedShareTheOptimalValue() {
    assertThat(Bbob.function(4, 5, 2).fOpt()).isEqualTo(Bbob.function(3, 5, 2).fOpt());
    assertThat(Bbob.function(18, 5, 2).fOpt()).isEqualTo(Bbob.function(17, 5, 2).fOpt());
  }

  @ParameterizedTest
  @CsvSource({
    "1,separable",
    "5,separable",
    "6,moderate",
    "9,moderate",
    "10,ill-conditioned",
    "14,ill-conditioned",
    "15,multi-modal",
    "19,multi-modal",
    "20,weakly structured",
    "24,weakly structured"
  })
  void functionsHaveTheirGroups(int function, String label) {
    assertThat(Bbob.suite().group(function).label()).isEqualTo(label);
  }

  @Test
  void namesTheArgumentOutOfRange() {
    assertThatThrownBy(() -> Bbob.function(25, 2, 1))
        .hasMessage("function: 25 (expected: 1 to 24)");
    assertThatThrownBy(() -> Bbob.function(1, 1, 1))
        .hasMessage("dimension: 1 (expected: 2 or more)");
    assertThatThrownBy(() -> Bbob.function(1, 2, 0))
        .hasMessage("instance: 0 (expected: 1 or more)");
  }
}
