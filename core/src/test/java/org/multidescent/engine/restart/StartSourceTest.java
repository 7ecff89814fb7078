package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.budget.ComponentFailure;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.start.Starts;

class StartSourceTest {

  private static final Box BOX = Box.cube(0, 10, 2);
  private static final Problem PROBLEM = Problem.of(x -> x[0], BOX);

  private final StartSource source = source((seed, index, box, x) -> Arrays.fill(x, seed + index));

  private static StartSource source(Starts starts) {
    return new StartSource(starts, 3, BOX, WorkingCoordinates.unitBox(PROBLEM));
  }

  @Test
  void indicesAreHandedOutInOrder() {
    assertThat(source.claim(1, 10)).isZero();
    assertThat(source.claim(4, 10)).isEqualTo(1);
    assertThat(source.claim(1, 10)).isEqualTo(5);
    assertThat(source.next()).isEqualTo(6);
  }

  @Test
  void beyondTheLimitNoneIsClaimed() {
    source.claim(8, 10);
    assertThat(source.claim(8, 10)).isEqualTo(8);
    assertThat(source.claim(8, 10)).isGreaterThanOrEqualTo(10);
    source.resumeAt(10);
    assertThat(source.claim(8, 10)).isEqualTo(10);
    assertThat(source.next()).isEqualTo(10);
  }

  @Test
  void thosePutBackAreHandedOutOnce() {
    source.resumeAt(50);
    source.putBack(new long[] {7, 9, 8});
    assertThat(source.drawn()).containsExactly(7L, 9L, 8L);
    assertThat(source.claimDrawn()).isEqualTo(7);
    assertThat(source.claimDrawn()).isEqualTo(9);
    assertThat(source.claimDrawn()).isEqualTo(8);
    assertThat(source.claimDrawn()).isEqualTo(-1);
    assertThat(source.claim(1, 60)).isEqualTo(50);
  }

  @Test
  void atMostAChunkIsClaimedAtOnceAndNoneBehindTheLast() {
    assertThat(source.most(5)).isEqualTo(5);
    assertThat(source.most(5_000)).isEqualTo(1024);
    source.resumeAt(StartSource.LAST - 1);
    assertThat(source.most(5_000)).isEqualTo(2);
    source.resumeAt(StartSource.LAST + 5);
    assertThat(source.most(5)).isZero();
  }

  @Test
  void eachReplacementIsTakenOnce() {
    assertThat(source.takeReplacement()).isFalse();
    source.replaceLater(2);
    assertThat(source.takeReplacement()).isTrue();
    assertThat(source.replacements()).isOne();
    assertThat(source.takeReplacement()).isTrue();
    assertThat(source.takeReplacement()).isFalse();
    assertThat(source.replacements()).isZero();
  }

  @Test
  void aStartLiesWhereItsSequenceSaysInWorkingCoordinates() {
    double[] u = new double[2];
    source.locate(2, u);
    assertThat(u).containsExactly(0.5, 0.5);
  }

  @Test
  void aStartOutsideTheBoxIsNamed() {
    assertThatThrownBy(() -> source.locate(8, new double[2]))
        .isInstanceOf(ComponentFailure.class)
        .extracting(failure -> ((ComponentFailure) failure).message())
        .isEqualTo("the starts failed: start 8: [11.0, 11.0] (expected: inside " + BOX + ")");
  }

  @Test
  void startsThatThrowAreNamedWithTheirCause() {
    ArithmeticException thrown = new ArithmeticException();
    StartSource failing =
        source(
            (seed, index, box, x) -> {
              throw thrown;
            });
    assertThatThrownBy(() -> failing.locate(8, new double[2]))
        .isInstanceOfSatisfying(
            ComponentFailure.class,
            failure -> {
              assertThat(failure.message()).isEqualTo("the starts failed: start 8");
              assertThat(failure.cause()).isSameAs(thrown);
            });
  }
}
