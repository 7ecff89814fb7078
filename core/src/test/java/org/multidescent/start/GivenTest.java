package org.multidescent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.problem.Box;

class GivenTest {

  private static final Box BOX = Box.cube(-1, 1, 2);

  private static String refusal(double[]... positions) {
    try {
      Starts.given(List.of(positions)).validate(BOX);
      return "none";
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  @Test
  void comeFirstAndTheRestBeginsAtItsIndexZero() {
    double[] position = {0.25, -0.5};
    Starts starts = Starts.given(List.of(position, new double[] {1, -1}), Starts.halton());
    position[0] = 9;
    double[] x = new double[2];
    starts.fill(1, 0, BOX, x);
    assertThat(x).containsExactly(0.25, -0.5);
    starts.fill(1, 1, BOX, x);
    assertThat(x).containsExactly(1, -1);
    double[] rest = new double[2];
    Starts.halton().fill(1, 0, BOX, rest);
    starts.fill(1, 2, BOX, x);
    assertThat(x).containsExactly(rest);
    assertThat(starts).hasToString("2 given, then halton");
  }

  @Test
  void areCheckedAgainstTheBox() {
    double[] good = {1, -1};
    assertThat(refusal(good)).isEqualTo("none");
    assertThat(refusal(good, new double[] {0}))
        .isEqualTo("starts[1]: 1 coordinates (expected: 2, as the box has)");
    assertThat(refusal(good, good, new double[] {0, 1.5}))
        .isEqualTo("starts[2][1]: 1.5 (expected: from -1.0 to 1.0)");
    assertThat(refusal(new double[] {Double.NaN, 0}))
        .isEqualTo("starts[0][0]: NaN (expected: from -1.0 to 1.0)");
    assertThat(refusal(new double[] {Double.NEGATIVE_INFINITY, 0}))
        .isEqualTo("starts[0][0]: -Infinity (expected: from -1.0 to 1.0)");
  }

  @Test
  void areOneOrMore() {
    assertThatThrownBy(() -> Starts.given(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("positions: none (expected: one position or more)");
  }

  @Test
  void letTheRestCheckTheBoxToo() {
    Starts rest = Starts.given(List.of(new double[] {3, 0}));
    Starts starts = Starts.given(List.of(new double[] {0, 0}), rest);
    assertThatThrownBy(() -> starts.validate(BOX))
        .hasMessage("starts[0][0]: 3.0 (expected: from -1.0 to 1.0)");
  }
}
