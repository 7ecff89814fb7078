package org.multidescent.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.problem.Box;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;

final class TerminationTest {

  private final Termination termination = new Termination();

  @Test
  void theEarliestEventCounts() {
    termination.endAt(7, Ending.STALLS);
    termination.endAt(4, Ending.TARGET);
    termination.endAt(4, Ending.STEPS);
    termination.endAt(9, Ending.STEPS);
    assertThat(termination.isEnded(3)).isFalse();
    assertThat(termination.isEnded(4)).isTrue();
    assertThat(termination.isEnded()).isFalse();
    assertThat(termination.ending()).isNull();
    assertThat(termination.commit(3)).isFalse();
    assertThat(termination.commit(4)).isTrue();
    assertThat(termination.ending()).isEqualTo(Ending.TARGET);
    assertThat(termination.isEnded()).isTrue();
    assertThat(termination.isInOrder()).isTrue();
  }

  @Test
  void nothingReplacesTheEnd() {
    termination.endAt(4, Ending.TARGET);
    termination.end(Ending.CANCELLED);
    assertThat(termination.commit(4)).isFalse();
    termination.end(Ending.INTERRUPTED);
    termination.endAt(1, Ending.STALLS);
    assertThat(termination.ending()).isEqualTo(Ending.CANCELLED);
    assertThat(termination.isInOrder()).isFalse();
    assertThat(termination.message()).isEmpty();
  }

  @Test
  void aFaultIsNamedWithItsCauseWhenItHasItsTurn() {
    RuntimeException thrown = new IllegalStateException("no");
    termination.failAt(
        2,
        new Fault(Fault.Kind.EXCEPTION, new double[] {1}, Double.NaN, thrown),
        Box.cube(0, 3, 1));
    assertThat(termination.cause()).isNull();
    termination.commit(5);
    assertThat(termination.cause()).isSameAs(thrown);
    assertThat(termination.message()).startsWith("the objective failed: ");
    assertThat(termination.isBroken()).isFalse();
  }

  @Test
  void aFailedPartLeavesTheStateBroken() {
    RuntimeException thrown = new IllegalStateException("no");
    termination.fail(new ComponentFailure("the starts failed", thrown));
    assertThat(termination.isBroken()).isTrue();
    assertThat(termination.ending()).isEqualTo(Ending.FAILED);
    assertThat(termination.cause()).isSameAs(thrown);
    assertThat(termination.message()).isEqualTo("the starts failed");
  }
}
