package org.multidescent.bench.problems.trajectories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.bench.bbob.Vectors;
import org.multidescent.testproblem.TestProblem;

/**
 * Values of another program: {@code f,x1..x6}. Most agree to seven digits; where a leg from Venus
 * to Venus takes about a year of Venus, the problem is so sensitive that programs differ in the
 * fourth digit.
 */
class Cassini1Test {

  @Test
  void agreesWithSomeVectors() throws IOException {
    List<String[]> rows = Vectors.beside(Cassini1Test.class);
    assertThat(rows).hasSize(25);
    assertAgree(rows, 18);
  }

  @Test
  void agreesWithAllVectors() throws IOException {
    List<String[]> rows = Vectors.all("gtop/cassini1-vectors.csv");
    assertThat(rows).hasSize(300);
    assertAgree(rows, 240);
  }

  private static void assertAgree(List<String[]> rows, int closely) {
    double[] errors = rows.stream().mapToDouble(Cassini1Test::error).sorted().toArray();
    assertThat(errors[rows.size() / 2]).isLessThan(1e-7);
    assertThat(errors[closely - 1]).isLessThan(1e-6);
    assertThat(errors[rows.size() - 1]).isLessThan(2e-3);
  }

  private static double error(String[] cells) {
    double expected = Double.parseDouble(cells[0]);
    double[] x = Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray();
    return Math.abs(new Cassini1().value(x) - expected) / expected;
  }

  @Test
  void minimumIsTheBestKnown() {
    TestProblem testProblem = Trajectories.cassini1();
    assertThat(testProblem.minimum()).isCloseTo(4.9307, within(5e-5));
    double[] minimiser = testProblem.minimiser();
    assertThat(minimiser).isNotNull();
    assertThat(testProblem.problem().evaluator().value(minimiser)).isEqualTo(testProblem.minimum());
  }

  /** A circular orbit's quarter: the speeds are those of the circle, at right angles. */
  @Test
  void transferAlongACircleIsTheCircle() {
    double radius = 1.5e8;
    double days = Math.PI / 2 * Math.sqrt(Math.pow(radius, 3) / Planet.SUN) / 86_400;
    Transfer transfer = Transfer.of(new Vector3(radius, 0, 0), new Vector3(0, radius, 0), days);
    double speed = Math.sqrt(Planet.SUN / radius);
    assertThat(transfer.departure().minus(new Vector3(0, speed, 0)).length()).isLessThan(1e-9);
    assertThat(transfer.arrival().minus(new Vector3(-speed, 0, 0)).length()).isLessThan(1e-9);
  }

  @Test
  void swingByWithoutAChangeOfSpeedTakesNoImpulse() {
    SwingBy swingBy = SwingBy.of(400_000, new Vector3(5, 0, 0), new Vector3(3, 4, 0));
    assertThat(swingBy.impulse()).isZero();
    double a = 400_000.0 / 25;
    double turn = 2 * Math.asin(a / (a + swingBy.radius()));
    assertThat(turn).isCloseTo(Math.acos(0.6), within(1e-12));
  }
}
