package org.multidescent.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Fault;

class SavedFaultTest {

  private static final double[] HERE = {1, 2};

  private static Fault again(Fault fault) {
    Encoder out = new Encoder();
    SavedFault.of(fault).write(out);
    return SavedFault.read(new Decoder(out.bytes())).fault();
  }

  @Test
  void aFaultWithoutACauseComesBack() {
    Fault fault = new Fault(Fault.Kind.POSITIVE_INFINITY, HERE, Double.POSITIVE_INFINITY, null);
    assertThat(again(fault)).isEqualTo(fault);
  }

  @Test
  void theCauseNamesTheClassOfWhatWasThrown() {
    Fault fault =
        new Fault(Fault.Kind.EXCEPTION, HERE, Double.NaN, new ArithmeticException("by zero"));
    assertThat(again(fault).cause())
        .hasMessage("java.lang.ArithmeticException before the checkpoint");
    assertThat(again(fault).position()).containsExactly(HERE);
  }

  @Test
  void anotherKindIsRefused() {
    for (int kind : new int[] {-1, Fault.Kind.values().length}) {
      Encoder out = new Encoder();
      out.putInt(kind);
      assertThatThrownBy(() -> SavedFault.read(new Decoder(out.bytes())))
          .isInstanceOf(CheckpointException.class)
          .hasMessage("checkpoint: a fault of kind %d (expected: a known one)".formatted(kind));
    }
  }
}
