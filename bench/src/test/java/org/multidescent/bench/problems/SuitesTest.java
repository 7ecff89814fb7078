package org.multidescent.bench.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    "nist-residuals, 8",
    "models, 5",
    "models-residuals, 5",
    "lj, 7",
    "thomson, 7",
    "nn, 2",
    "article, 3",
    "mgh, 6",
    "untuned, 10",
    "unseen, 12",
    "wells, 10",
    "cusps, 10",
    "plateaus, 6",
    "holes, 6",
    "clusters, 9",
    "trajectories, 1",
    "gkls, 800",
    "gkls1, 100",
    "gkls8, 100"
  })
  void suitesAreResolved(String name, int size) {
    assertThat(Suites.names()).contains(name);
    assertThat(Suites.resolve(name)).hasSize(size);
  }

  @Test
  void namesAreDistinct() {
    List<String> names =
        Suites.names().stream()
            .filter(name -> !name.matches("gkls\\d"))
            .flatMap(name -> Suites.resolve(name).stream())
            .filter(testProblem -> !testProblem.name().equals("lj7"))
            .map(TestProblem::name)
            .filter(name -> !name.startsWith("article"))
            .toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void problemsOfSuitesHaveNames() {
    assertThat(Suites.resolve("gkls3-17,damavandi,cassini1,cluster-morse9,bukin6,hidden10"))
        .extracting(TestProblem::name)
        .containsExactly(
            "gkls3-17", "damavandi", "cassini1", "cluster-morse9", "bukin6", "hidden10");
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
