package org.multidescent.bench.bbob.constrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.bench.bbob.TargetTrace;
import org.multidescent.bench.bbob.Vectors;

class ConstrainedTest {

  @Test
  void agreesWithSomeVectors() throws IOException {
    List<String[]> rows = Vectors.beside(ConstrainedTest.class);
    assertThat(rows).hasSize(324);
    assertThat(failures(rows)).isEmpty();
  }

  @Test
  void agreesWithAllVectors() throws IOException {
    List<String[]> rows = Vectors.all("bbob/constrained-vectors.csv");
    assertThat(rows).hasSize(5184);
    assertThat(failures(rows)).isEmpty();
  }

  private static List<String> failures(List<String[]> rows) {
    List<String> failures = new ArrayList<>();
    for (String[] cells : rows) {
      ConstrainedProblem problem =
          Constrained.problem(
              Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
      double[] x = Vectors.numbers(cells[7]);
      double[] g = new double[problem.constraints()];
      problem.constraints(x, g);
      if (!agree(problem.fOpt(), Double.parseDouble(cells[4]))
          || !agree(problem.objective(x), Double.parseDouble(cells[5]))) {
        failures.add(problem + " " + cells[3] + ": f " + problem.objective(x));
      }
      if (!agree(g, Vectors.numbers(cells[6]))) {
        failures.add(problem + " " + cells[3] + ": g " + Arrays.toString(g));
      }
      if (cells[3].equals("xopt") && !agree(problem.xOpt(), x)
          || cells[3].equals("initial") && !agree(problem.start(), x)) {
        failures.add(problem + " " + cells[3] + ", not at " + Arrays.toString(x));
      }
    }
    return failures;
  }

  private static boolean agree(double value, double expected) {
    return Vectors.agrees(value, expected, expected);
  }

  private static boolean agree(double[] values, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (!agree(values[i], expected[i])) {
        return false;
      }
    }
    return values.length == expected.length;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 40})
  void startIsFeasibleAndInTheBoxAndTheOptimumIsBetter(int dimension) {
    for (int p = 1; p <= Constrained.PROBLEMS; p++) {
      ConstrainedProblem problem = Constrained.problem(p, dimension, 5);
      double[] g = new double[problem.constraints()];
      problem.constraints(problem.start(), g);
      assertThat(Arrays.stream(g).max().orElseThrow()).as("%s", problem).isNotPositive();
      assertThat(problem.box().contains(problem.start())).as("%s", problem).isTrue();
      assertThat(problem.quality(problem.start())).as("%s", problem).isGreaterThan(1);
      problem.constraints(problem.xOpt(), g);
      assertThat(Arrays.stream(g).max().orElseThrow()).as("%s", problem).isNotPositive();
      assertThat(problem.quality(problem.xOpt())).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "8, 3", "15, 9", "22, 12", "29, 16", "54, 31"})
  void constraintsAreAsManyAsSaid(int problem, int count) {
    assertThat(Constrained.problem(problem, 5, 1).constraints()).isEqualTo(count);
  }

  @Test
  void randomNumbersBeginAsDocumented() {
    LaggedRandom random = new LaggedRandom(10_003);
    assertThat(random.uniform()).isCloseTo(0.66373808906966309, within(1e-15));
    assertThat(random.uniform()).isCloseTo(0.47642240777528433, within(1e-15));
    for (int k = 0; k < 2000; k++) {
      assertThat(random.uniform()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void warpsAreUndone() {
    double[] bent = {-3.5, 0, 2.25, 0.4, -1e-3};
    for (Warp warp : Warp.values()) {
      double[] back = warp.apply(warp.inverse(bent));
      for (int i = 0; i < bent.length; i++) {
        assertThat(back[i]).as("%s", warp).isCloseTo(bent[i], within(1e-12));
      }
    }
  }

  @Test
  void callsOfBothCountAndTargetsAreSeenByTheObjectiveAlone() {
    ConstrainedProblem problem = Constrained.problem(3, 2, 1);
    TargetTrace trace = new TargetTrace(0);
    ConstrainedFunction traced = problem.traced(trace);
    double[] g = new double[problem.constraints()];
    traced.constraints(problem.xOpt(), g);
    traced.constraints(problem.xOpt(), g);
    assertThat(trace.evaluations()).isEqualTo(2);
    assertThat(trace.hits()).containsOnly(TargetTrace.NEVER);
    assertThat(traced.objective(problem.xOpt())).isEqualTo(problem.fOpt());
    assertThat(trace.hits()).containsOnly(3L);
  }

  @Test
  void violationsCountEvenWhereTheObjectiveIsLower() {
    ConstrainedProblem problem = Constrained.problem(1, 2, 1);
    double[] start = problem.start();
    double[] xOpt = problem.xOpt();
    double[] beyond = {xOpt[0] - 0.01 * start[0], xOpt[1] - 0.01 * start[1]};
    double[] g = new double[1];
    problem.constraints(beyond, g);
    assertThat(problem.objective(beyond)).isLessThan(problem.fOpt());
    assertThat(g[0]).isPositive();
    assertThat(problem.quality(beyond)).isEqualTo(g[0]);
  }

  @Test
  void publishedFiguresAreThere() {
    assertThat(Constrained.times().area("COBYLA 2022", 2)).isCloseTo(0.651, within(6e-4));
    assertThat(Constrained.times().area("virtual best", 40)).isCloseTo(0.373, within(6e-4));
    assertThat(Constrained.published().of(10))
        .anyMatch(row -> row.algorithm().equals("COBYLA 2022") && row.attainment().area() == 0.505);
    assertThat(Constrained.groups()).hasSize(9);
    assertThat(Constrained.groups().get(8).contains(54)).isTrue();
  }

  @Test
  void namesTheArgumentOutOfRange() {
    assertThatThrownBy(() -> Constrained.problem(55, 2, 1))
        .hasMessage("problem: 55 (expected: 1 to 54)");
  }
}
