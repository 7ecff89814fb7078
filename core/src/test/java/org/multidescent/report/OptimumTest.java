package org.multidescent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptimumTest {

  private static Optimum optimum(double[] x, Origin origin) {
    return new Optimum(
        3,
        x,
        Estimate.exact(-1),
        -0.5,
        2,
        100,
        origin,
        new DescentSummary(40, 1, true, DescentEnd.VALUE),
        List.of(4L, 9L));
  }

  private static Origin.Perturbation gauss(double... position) {
    return new Origin.Perturbation("gauss", new Origin.Place(0, 5, position, position));
  }

  @Test
  void sharesNoArray() {
    double[] x = {1, 2};
    double[] from = {3, 4};
    Origin.Perturbation hop = gauss(from);
    Optimum optimum = optimum(x, hop);
    x[0] = 9;
    from[0] = 9;
    optimum.x()[1] = 9;
    hop.place().position()[1] = 9;
    assertThat(optimum.x()).containsExactly(1, 2);
    assertThat(hop.place().position()).containsExactly(3, 4);
  }

  @Test
  void isAValue() {
    Optimum a = optimum(new double[] {1, 2}, gauss(3));
    Optimum b = optimum(new double[] {1, 2}, gauss(3));
    assertThat(a).isEqualTo(b).hasSameHashCodeAs(b).hasToString(b.toString());
    assertThat(a).isNotEqualTo(optimum(new double[] {1, 3}, a.origin()));
    assertThat(a).isNotEqualTo(optimum(new double[] {1, 2}, new Origin.Start(0)));
    assertThat(a.toString()).contains("x=[1.0, 2.0]").contains("position=[3.0]");
  }

  @Test
  void refusesOriginsThatCannotBe() {
    assertThatThrownBy(() -> new Origin.Start(-1)).hasMessage("index: -1 (expected: 0 or more)");
    assertThatThrownBy(() -> new Origin.Place(-1, 0, new double[1], new double[1]))
        .hasMessage("source: -1 (expected: 0 or more)");
    assertThatThrownBy(
            () -> new Origin.EvolutionRun(1, new Origin.Place(0, 0, new double[1], new double[1])))
        .hasMessage("offspring: 1 (expected: 2 or more)");
  }
}
