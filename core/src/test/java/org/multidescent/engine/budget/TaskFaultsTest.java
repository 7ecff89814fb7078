package org.multidescent.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.report.Fault;

class TaskFaultsTest {

  private static final Fault NAN = new Fault(Fault.Kind.NAN, new double[] {1}, Double.NaN, null);

  private final TaskFaults faults = new TaskFaults();

  private static Fault thrown(String message) {
    return new Fault(
        Fault.Kind.EXCEPTION, new double[] {2}, Double.NaN, new IllegalStateException(message));
  }

  @Test
  void allAreCountedAndTheFirstAreKept() {
    faults.add(thrown("first"));
    for (int k = 0; k < 100; k++) {
      faults.add(NAN);
    }
    assertThat(faults.count(Fault.Kind.NAN)).isEqualTo(100);
    assertThat(faults.count(Fault.Kind.EXCEPTION)).isOne();
    assertThat(faults.first()).hasSize(FaultRecorder.KEPT);
    assertThat(faults.first().get(0).kind()).isEqualTo(Fault.Kind.EXCEPTION);
  }

  @Test
  void thoseOfAStartThatWasCutShortAreNotRecorded() {
    faults.add(NAN);
    faults.beginStart();
    faults.add(thrown("in the start"));
    assertThat(faults.recordedFirst()).hasSize(2);
    faults.forgetCutStart();
    assertThat(faults.recordedFirst()).containsExactly(NAN);
    assertThat(faults.recordedCounts()[Fault.Kind.EXCEPTION.ordinal()]).isZero();
    assertThat(faults.first()).hasSize(2);
    faults.clear();
    faults.add(NAN);
    assertThat(faults.recordedFirst()).containsExactly(NAN);
  }

  @Test
  void theLastExceptionIsKept() {
    Fault last = thrown("last");
    faults.add(thrown("first"));
    faults.add(last);
    faults.add(NAN);
    assertThat(faults.exception()).isSameAs(last);
  }

  @Test
  void clearingForgetsAll() {
    faults.add(thrown("first"));
    faults.clear();
    assertThat(faults.counts()).containsOnly(0);
    assertThat(faults.first()).isEmpty();
    assertThat(faults.exception()).isNull();
  }

  @Test
  void theyGoOnFromACheckpoint() {
    Fault last = thrown("last");
    faults.add(NAN);
    long[] counts = faults.counts();
    TaskFaults again = new TaskFaults();
    again.restore(counts, List.of(NAN), last);
    assertThat(again.counts()).containsExactly(counts);
    assertThat(again.first()).containsExactly(NAN);
    assertThat(again.exception()).isSameAs(last);
  }
}
