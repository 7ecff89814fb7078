package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.function.ValueAndGradient;
import org.multidescent.problem.Box;
import org.multidescent.problem.GradientCheck;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Parameters;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Optimum;
import org.multidescent.report.Result;
import org.multidescent.start.Starts;

/** Parameters with names, scales, whole numbers, categories and periods. */
class ParametersTest {

  private static final Parameters MIXED =
      Parameters.none()
          .linear("length", -3, 5)
          .integer("layers", 1, 12)
          .periodic("angle", 0, 2 * Math.PI)
          .categorical("kind", "flat", "round", "long")
          .fixed("weight", 2.5)
          .logarithmic("rate", 1e-6, 1e6);

  /** Least, at 0.5, where there are 7 layers, it is round, the angle 0 and the rate 1e-3. */
  private static double mixed(double[] x) {
    assertThat(x[1]).isEqualTo(Math.rint(x[1])).isBetween(1.0, 12.0);
    assertThat(x[2]).isGreaterThanOrEqualTo(0).isLessThan(2 * Math.PI);
    assertThat(x[3]).isIn(0.0, 1.0, 2.0);
    assertThat(x[4]).isEqualTo(2.5);
    assertThat(x[5]).isBetween(1e-6, 1e6);
    double layers = x[1] - 7;
    double decades = Math.log10(x[5]) + 3;
    return 0.5
        + (x[0] - 0.1 * layers - 1) * (x[0] - 0.1 * layers - 1)
        + 0.3 * layers * layers
        + 1
        - Math.cos(x[2])
        + (x[3] == 1 ? 0 : 0.7 + x[3])
        + decades * decades / 10;
  }

  private static Search mixed(long seed) {
    return Search.of(Problem.of(ParametersTest::mixed, MIXED.box()))
        .seed(seed)
        .workers(1)
        .budget(Budget.evaluations(3_000));
  }

  @Test
  void aMixedProblemIsSolvedAndSpokenOfByName() {
    for (long seed = 0; seed < 25; seed++) {
      Result result = mixed(seed).budget(Budget.target(0.5001).or(Budget.evaluations(3_000))).run();
      double[] x = result.best().x();
      assertThat(result.best().value()).as("seed %d", seed).isLessThan(0.5001);
      assertThat(MIXED.value(x, "layers")).isEqualTo(7);
      assertThat(MIXED.category(x, "kind")).isEqualTo("round");
      assertThat(MIXED.values(x)).containsEntry("weight", 2.5).hasSize(6);
      assertThat(MIXED.describe(x)).contains("layers = 7", "kind = round", "rate = ");
      assertThat(result.best().values()).isEqualTo(MIXED.values(x));
      assertThat(result.best().parameter("layers")).isEqualTo(7);
      assertThat(result.best().toString()).contains("layers = 7", "kind = round", "rate = ");
      assertThat(result.toString()).contains("length = ", "kind = round");
    }
  }

  @Test
  void positionsOfABoxOfBoundsHaveNoNames() {
    Result result =
        Search.of(Problem.of(x -> x[0], Box.cube(0, 1, 2))).budget(Budget.evaluations(1)).run();
    assertThat(result.best().toString())
        .containsPattern(" at \\[0\\.(49999|50000)\\d*, 0\\.(49999|50000)\\d*\\]$");
    assertThatThrownBy(() -> result.best().parameter("x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("(expected: one made of Parameters)");
  }

  @Test
  void failuresAreToldInNames() {
    Problem problem =
        Problem.of(
            x -> {
              throw new ArithmeticException();
            },
            MIXED.box());
    for (int lanes : new int[] {0, 2}) {
      Search search = Search.of(problem).workers(1);
      assertThatThrownBy((lanes > 0 ? search.reproducible(lanes) : search)::run)
          .hasMessageStartingWith("the objective failed: exception (java.lang.ArithmeticException)")
          .hasMessageContaining("length = ")
          .hasMessageContaining("kind = ");
    }
  }

  @Test
  void optimaFaultsAndFindingsAreToldInNames() {
    Problem problem =
        Problem.of(x -> x[1] > 6 ? Double.NaN : (x[0] - 1) * (x[0] - 1) + x[3], MIXED.box());
    List<Optimum> seen = Collections.synchronizedList(new ArrayList<>());
    Result result =
        Search.of(problem).workers(1).onOptimum(seen::add).budget(Budget.evaluations(3_000)).run();
    String names = "[length = ";
    assertThat(result.optima()).isNotEmpty();
    assertThat(result.optima().get(0).toString()).contains("x=" + names, "kind = flat");
    assertThat(result.optima().get(0).position().parameters()).isEqualTo(MIXED);
    assertThat(seen).isNotEmpty().allMatch(optimum -> optimum.toString().contains(names));
    assertThat(result.firstFaults()).isNotEmpty();
    assertThat(result.firstFaults().get(0).toString()).startsWith("nan at " + names);
    assertThat(problem.selfTest(1, 20, 2).findings().get(0).toString())
        .contains("first at " + names, "kind = ");
  }

  @Test
  void optimaOnePeriodApartAreOne() {
    Parameters angles = Parameters.none().periodic("a", 0, 360).periodic("b", -180, 180);
    Problem problem =
        Problem.of(
            x -> -Math.cos(Math.toRadians(x[0])) - Math.cos(Math.toRadians(x[1] - 180)),
            angles.box());
    Result result = Search.of(problem).workers(1).budget(Budget.evaluations(4_000)).run();
    assertThat(result.optima()).hasSize(1);
    assertThat(result.optima().get(0).value()).isCloseTo(-2, within(1e-9));
    assertThat(result.optima().get(0).hits()).isGreaterThan(3);
  }

  @Test
  void optimaOfTheSameWholeNumbersAreOne() {
    Parameters grid = Parameters.none().integer("i", -5, 5).integer("j", -5, 5);
    Problem problem = Problem.of(x -> Math.abs(x[0]) + Math.abs(x[1]), grid.box());
    Result result = Search.of(problem).workers(1).budget(Budget.evaluations(2_000)).run();
    assertThat(result.optima()).hasSize(1);
    assertThat(result.best().x()).containsExactly(0, 0);
  }

  @Test
  void aSearchIsReproducibleAndItsOptimaCanBeReplayed() {
    Search search = mixed(3).reproducible(3);
    Result one = search.workers(1).run();
    Result two = search.workers(2).run();
    assertThat(two.best().x()).containsExactly(one.best().x());
    for (Optimum optimum : one.optima()) {
      assertThat(search.replay(optimum).path())
          .last()
          .satisfies(end -> assertThat(end.value()).isEqualTo(optimum.value()));
    }
  }

  @Test
  void ratesThatSpanManyDecadesAreFoundOnTheirScale() {
    Parameters scaled = Parameters.none();
    Parameters linear = Parameters.none();
    for (String name : new String[] {"k1", "k2", "k3"}) {
      scaled = scaled.logarithmic(name, 1e-6, 1e6);
      linear = linear.linear(name, 1e-6, 1e6);
    }
    long onScale = evaluations(scaled);
    assertThat(10 * onScale).isLessThan(evaluations(linear));
  }

  private static long evaluations(Parameters parameters) {
    long sum = 0;
    for (int seed = 0; seed < 5; seed++) {
      Problem problem = Problem.of(ParametersTest::misfit, parameters.box());
      Budget budget = Budget.target(1e-6).or(Budget.evaluations(20_000));
      sum += Search.of(problem).seed(seed).workers(1).budget(budget).run().progress().evaluations();
    }
    return sum;
  }

  /** Responses of first order, with rates of 2e-4, 3 and 5e3, at times of 1e-5 to 1e5. */
  private static double misfit(double[] k) {
    double sum = 0;
    for (int i = -10; i <= 10; i++) {
      double time = Math.pow(10, i / 2.0);
      double residual =
          Math.exp(-k[0] * time)
              + 2 * Math.exp(-k[1] * time)
              + 4 * Math.exp(-k[2] * time)
              - Math.exp(-2e-4 * time)
              - 2 * Math.exp(-3 * time)
              - 4 * Math.exp(-5e3 * time);
      sum += residual * residual;
    }
    return sum;
  }

  @Test
  void gradientsAndJacobiansFollowTheScale() {
    Parameters rates = Parameters.none().logarithmic("a", 1e-3, 1e3).logarithmic("b", 0, 50, 0.1);
    Problem fused =
        Problem.withGradient(
            (x, gradient) -> {
              gradient[0] = 2 * (x[0] - 4);
              gradient[1] = 2 * (x[1] - 7);
              return (x[0] - 4) * (x[0] - 4) + (x[1] - 7) * (x[1] - 7);
            },
            rates.box());
    Problem fit =
        LeastSquares.of(
                (x, residuals) -> {
                  residuals[0] = x[0] - 4;
                  residuals[1] = x[1] - 7;
                },
                2)
            .jacobian(
                (x, rows) -> {
                  rows[0] = 1;
                  rows[1] = 0;
                  rows[2] = 0;
                  rows[3] = 1;
                })
            .problem(rates.box());
    for (Problem problem : new Problem[] {fused, fit}) {
      Result result =
          Search.of(problem)
              .workers(1)
              .budget(Budget.target(1e-16).or(Budget.evaluations(400)))
              .run();
      assertThat(result.best().value()).isLessThan(1e-16);
    }
  }

  /** A wave whose number, angle, decay and kind of decay are all to be found. */
  private static double wave(double number, double angle, double kind, double rate) {
    double sum = 0;
    for (int i = 0; i < 30; i++) {
      double time = i / 30.0;
      double fall = kind == 2 ? Math.exp(-rate * time) : 1 / (1 + rate * time);
      double seen = Math.cos(2 * Math.PI * 6 * time + 0.02) * Math.exp(-1.3 * time);
      double off = fall * Math.cos(2 * Math.PI * number * time + angle) - seen;
      sum += off * off;
    }
    return sum;
  }

  @Test
  void roundingByHandTakesSeveralTimesAsMany() {
    Parameters parameters =
        Parameters.none()
            .integer("number", 1, 12)
            .periodic("angle", 0, 2 * Math.PI)
            .categorical("fall", "slow", "none", "fast")
            .logarithmic("rate", 1e-3, 1e3);
    Problem named = Problem.of(x -> wave(x[0], x[1], x[2], x[3]), parameters.box());
    Problem byHand =
        Problem.of(
            x -> wave(Math.rint(x[0]), x[1], Math.rint(x[2]), Math.pow(10, x[3])),
            Box.of(
                new double[] {0.501, 0, -0.499, -3}, new double[] {12.499, 2 * Math.PI, 2.499, 3}));
    Budget budget = Budget.target(1e-4).or(Budget.evaluations(5_000));
    long here = 0;
    long there = 0;
    for (int seed = 0; seed < 25; seed++) {
      Result result = Search.of(named).seed(seed).workers(1).budget(budget).run();
      assertThat(result.best().value()).as("seed %d", seed).isLessThan(1e-4);
      here += result.progress().evaluations();
      Search plain = Search.of(byHand).seed(seed).workers(1).budget(budget);
      there += plain.run().progress().evaluations();
    }
    assertThat(2 * here).isLessThan(there);
  }

  @Test
  void checksSpeakOfNamesAndSeeWholeNumbersOnly() {
    Parameters parameters =
        Parameters.none().logarithmic("rate", 1e-6, 1e6).integer("layers", 1, 9).fixed("g", 9.81);
    AtomicInteger small = new AtomicInteger();
    ValueAndGradient objective =
        (x, gradient) -> {
          assertThat(x[1]).isEqualTo(Math.rint(x[1])).isBetween(1.0, 9.0);
          small.addAndGet(x[0] < 1 ? 1 : 0);
          double level = Math.log(x[0]) - x[1];
          Arrays.fill(gradient, 0);
          gradient[0] = 2 * level / x[0];
          return level * level;
        };
    Problem problem = Problem.withGradient(objective, parameters.box());
    assertThat(problem.selfTest(3, 32, 2).findings()).isEmpty();
    assertThat(small).hasValueGreaterThan(64);
    GradientCheck check = problem.checkGradient(new double[] {1e3, 4, 9.81});
    assertThat(check.components()).hasSize(1);
    assertThat(check.toString()).contains("  rate analytic ");
  }

  @Test
  void givenStartsAreInTheUsersUnits() {
    double[] start =
        MIXED.position(
            Map.of(
                "length", 1.0, "layers", 7.0, "angle", 0.0, "kind", 1.0, "weight", 2.5, "rate",
                1e-3));
    Result result =
        Search.of(Problem.of(ParametersTest::mixed, MIXED.box()))
            .starts(Starts.given(java.util.List.of(start)))
            .workers(1)
            .initialStarts(1)
            .budget(Budget.evaluations(1))
            .run();
    assertThat(result.best().value()).isCloseTo(0.5, within(1e-12));
    start[2] = -1;
    assertThatThrownBy(() -> mixed(1).starts(Starts.given(java.util.List.of(start))).run())
        .hasMessage("starts[0] angle: -1.0 (expected: from 0.0 to 6.283185307179586)");
  }

  @Test
  void aCheckpointOfOtherScalesIsRefused(@TempDir Path directory) {
    Path file = directory.resolve("search");
    mixed(1).checkpoint(file, Duration.ofHours(1)).run();
    assertThat(
            Search.resume(file, Problem.of(ParametersTest::mixed, MIXED.box()))
                .withoutCheckpoints())
        .isNotNull();
    Parameters other = Parameters.none();
    for (var parameter : MIXED.list()) {
      other =
          parameter.name().equals("length") ? other.integer("length", -3, 5) : other.and(parameter);
    }
    Problem changed = Problem.of(ParametersTest::mixed, other.box());
    assertThatThrownBy(() -> Search.resume(file, changed).withoutCheckpoints())
        .isInstanceOf(CheckpointException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "duplicate",
        "blank",
        "reversed",
        "nan",
        "log",
        "fraction",
        "period",
        "once",
        "twice",
        "unknown",
        "missing",
        "number",
        "none",
        "own"
      })
  void badInputIsToldClearly(String kind) {
    Parameters one = Parameters.none().linear("a", 0, 1);
    Supplier<Object> bad =
        switch (kind) {
          case "duplicate" -> () -> one.integer("a", 0, 3);
          case "blank" -> () -> one.linear(" ", 0, 3);
          case "reversed" -> () -> one.linear("b", 3, 0);
          case "nan" -> () -> one.linear("b", Double.NaN, 0);
          case "log" -> () -> one.logarithmic("b", 0, 10);
          case "fraction" ->
              () ->
                  one.and(
                      new org.multidescent.problem.Parameter(
                          "b",
                          0.5,
                          3,
                          org.multidescent.problem.Scale.INTEGER,
                          0,
                          java.util.List.of()));
          case "period" -> () -> one.periodic("b", 1, 1);
          case "once" -> () -> one.categorical("b", "x");
          case "twice" -> () -> one.categorical("b", "x", "x");
          case "unknown" -> () -> one.value(new double[1], "b");
          case "missing" -> () -> one.position(Map.of());
          case "number" -> () -> one.category(new double[1], "a");
          case "none" -> () -> Parameters.none().box();
          default -> () -> mixed(0).ownCoordinates().start();
        };
    assertThatThrownBy(bad::get)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(expected: ");
  }
}
