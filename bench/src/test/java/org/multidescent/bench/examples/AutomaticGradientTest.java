package org.multidescent.bench.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;

class AutomaticGradientTest {

  private final Problem decay =
      AutomaticGradient.problem(AutomaticGradient::decay, Box.cube(0, 10, 3));

  @Test
  void agreesWithDifferences() {
    double[][] positions = {{1, 2, 3}, {2, 0.7, 0.5}, {9, 0.1, 4}, {5, 9, 8}};
    for (double[] x : positions) {
      assertThat(decay.checkGradient(x).isWithin(1e-6))
          .as(decay.checkGradient(x).toString())
          .isTrue();
    }
  }

  @Test
  void valueIsTheSameWithAndWithoutDerivatives() {
    Evaluator evaluator = decay.evaluator();
    double[] x = {1.5, 0.3, 2};
    assertThat(evaluator.valueAndGradient(x, new double[3])).isEqualTo(evaluator.value(x));
  }

  @Test
  void agreesWithAGradientByHand() {
    Problem rosenbrock =
        AutomaticGradient.problem(
            x ->
                x[1].subtract(x[0].square())
                    .square()
                    .multiply(100)
                    .add(x[0].negate().add(1).square()),
            Box.cube(-5, 10, 2));
    double[] gradient = new double[2];
    double[] expected = new double[2];
    double[] x = {-1.2, 1};
    assertThat(rosenbrock.evaluator().valueAndGradient(x, gradient)).isCloseTo(24.2, within(1e-12));
    TestProblems.rosenbrock(2).problem().evaluator().valueAndGradient(x, expected);
    assertThat(gradient).containsExactly(expected, within(1e-10));
  }

  @Test
  void searchFitsTheDecay() {
    Result result =
        Search.of(decay)
            .seed(1)
            .workers(1)
            .budget(Budget.target(1e-6).or(Budget.evaluations(10_000)))
            .run();
    assertThat(result.best().value()).isLessThan(1e-6);
    assertThat(result.best().x()).containsExactly(new double[] {2, 0.7, 0.5}, within(0.01));
  }

  @Test
  void pageShowsTheExampleAsItIsCompiled() throws IOException {
    String source =
        Files.readString(
            Path.of("src/main/java/org/multidescent/bench/examples/AutomaticGradient.java"));
    String shown = source.substring(source.indexOf("  public static Problem problem("));
    assertThat(Files.readString(Path.of("../docs/gradients.md")))
        .contains(shown.substring(0, shown.indexOf("  /** The squared residuals")).strip());
  }
}
