package org.multidescent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptimumTest {

  private static Optimum optimum(double[] x, Origin origin) {
    return new Optimum(
        3, x, -1, -0.5, 2, 100, origin, new DescentSummary(40, 1, true), List.of(4L, 9L));
  }

  @Test
  void sharesNoArray() {
    double[] x = {1, 2};
    double[] from = {3, 4};
    Origin.Perturbation hop = new Origin.Perturbation("gauss", 0, 5, from);
    Optimum optimum = optimum(x, hop);
    x[0] = 9;
    from[0] = 9;
    optimum.x()[1] = 9;
    hop.position()[1] = 9;
    assertThat(optimum.x()).containsExactly(1, 2);
    assertThat(hop.position()).containsExactly(3, 4);
  }

  @Test
  void isAValue() {
    Optimum a =
        optimum(new double[] {1, 2}, new Origin.Perturbation("gauss", 0, 5, new double[] {3}));
    Optimum b =
        optimum(new double[] {1, 2}, new Origin.Perturbation("gauss", 0, 5, new double[] {3}));
    assertThat(a).isEqualTo(b).hasSameHashCodeAs(b).hasToString(b.toString());
    assertThat(a).isNotEqualTo(optimum(new double[] {1, 3}, a.origin()));
    assertThat(a).isNotEqualTo(optimum(new double[] {1, 2}, new Origin.Start(0)));
    assertThat(a.toString()).contains("x=[1.0, 2.0]").contains("from=[3.0]");
  }

  @Test
  void refusesOriginsThatCannotBe() {
    assertThatThrownBy(() -> new Origin.Start(-1)).hasMessage("index: -1 (expected: 0 or more)");
    assertThatThrownBy(() -> new Origin.Perturbation("gauss", -1, 0, new double[1]))
        .hasMessage("source: -1 (expected: 0 or more)");
  }
}
