package org.multidescent.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.problem.Box;
import org.multidescent.report.Fault;

class FaultRecorderTest {

  private static final Fault NAN = new Fault(Fault.Kind.NAN, new double[] {1}, Double.NaN, null);
  private static final Fault THROWN =
      new Fault(Fault.Kind.EXCEPTION, new double[] {2}, Double.NaN, new ArithmeticException());

  private final FaultRecorder recorder = new FaultRecorder(2);

  private static TaskFaults task(Fault fault, int times) {
    TaskFaults faults = new TaskFaults();
    for (int k = 0; k < times; k++) {
      faults.add(fault);
    }
    return faults;
  }

  @Test
  void saysWhatIsWrongWithAValue() {
    assertThat(FaultRecorder.kind(Double.NaN)).isEqualTo(Fault.Kind.NAN);
    assertThat(FaultRecorder.kind(Double.POSITIVE_INFINITY))
        .isEqualTo(Fault.Kind.POSITIVE_INFINITY);
    assertThat(FaultRecorder.kind(Double.NEGATIVE_INFINITY))
        .isEqualTo(Fault.Kind.NEGATIVE_INFINITY);
  }

  @Test
  void saysWhatWasThrown() {
    assertThat(FaultRecorder.kind(CallTimeout.INSTANCE)).isEqualTo(Fault.Kind.TIMEOUT);
    assertThat(FaultRecorder.kind(new StackOverflowError())).isEqualTo(Fault.Kind.ERROR);
    assertThat(FaultRecorder.kind(new Exception())).isEqualTo(Fault.Kind.EXCEPTION);
  }

  @Test
  void aSentenceNamesTheObjective() {
    assertThat(FaultRecorder.message(THROWN, Box.cube(0, 3, 1)))
        .isEqualTo("the objective failed: exception (java.lang.ArithmeticException) at [2.0]");
  }

  @Test
  void oneExceptionTooManyIsNotTolerated() {
    assertThat(recorder.toleratesOneMore()).isTrue();
    assertThat(recorder.toleratesOneMore()).isTrue();
    assertThat(recorder.toleratesOneMore()).isFalse();
  }

  @Test
  void exceptionsBeforeACheckpointCount() {
    recorder.restoreExceptions(1);
    assertThat(recorder.toleratesOneMore()).isTrue();
    assertThat(recorder.toleratesOneMore()).isFalse();
  }

  @Test
  void allAreCountedAndTheFirstAreKept() {
    recorder.add(task(NAN, 20));
    recorder.add(task(THROWN, 40));
    assertThat(recorder.map()).containsOnlyKeys(Fault.Kind.NAN, Fault.Kind.EXCEPTION);
    assertThat(recorder.map()).containsEntry(Fault.Kind.NAN, 20L);
    assertThat(recorder.exceptions()).isEqualTo(40);
    assertThat(recorder.first()).hasSize(FaultRecorder.KEPT).startsWith(NAN).endsWith(THROWN);
  }

  @Test
  void whatIsAddedIsForgottenByItsTask() {
    TaskFaults faults = task(THROWN, 1);
    recorder.add(faults);
    recorder.add(faults);
    assertThat(recorder.exceptions()).isOne();
    assertThat(faults.exception()).isNull();
  }

  @Test
  void countsOfOtherLengthsAreThoseOfTheFirstKinds() {
    recorder.add(new long[] {3}, List.of());
    assertThat(recorder.counts()).startsWith(3).hasSize(Fault.Kind.values().length);
  }
}
