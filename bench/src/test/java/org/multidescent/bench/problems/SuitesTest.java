package org.multidescent.bench.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.testproblem.TestProblem;

class SuitesTest {

  @ParameterizedTest
  @CsvSource({
    "classic, 33",
    "rotated, 10",
    "nist, 8",
    "lj, 7",
    "thomson, 7",
    "nn, 2",
    "article, 3",
    "mgh, 6",
    "untuned, 10"
  })
  void suitesAreResolved(String name, int size) {
    assertThat(Suites.names()).contains(name);
    assertThat(Suites.resolve(name)).hasSize(size);
  }

  @Test
  void namesAreResolvedInOrderAndOnce() {
    assertThat(Suites.resolve("xor, MGH09,article,rastrigin7,article6,lj13,ackley5-rotated"))
        .extracting(TestProblem::name)
        .containsExactly(
            "xor",
            "mgh09",
            "article6",
            "article10",
            "article100",
            "rastrigin7",
            "lj13",
            "ackley5-rotated");
  }

  @ParameterizedTest
  @CsvSource({"classical", "rastrigin2;ackley2", "''", "'classic,'", "mgh11"})
  void unknownNamesAreRefused(String names) {
    assertThatThrownBy(() -> Suites.resolve(names))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("problems: \"")
        .hasMessageContaining("classic, rotated, nist")
        .hasMessageContaining("boxbod")
        .hasMessageContaining("Maybe");
  }
}
