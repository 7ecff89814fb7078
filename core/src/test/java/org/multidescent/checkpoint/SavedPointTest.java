package org.multidescent.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multidescent.descent.Stall;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;

class SavedPointTest {

  private static byte[] written(@Nullable Stall stall) {
    Encoder out = new Encoder();
    new SavedPoint(
            new Origin.Start(3),
            8,
            new DescentSummary(9, 7, true, DescentEnd.UNDER_WAY),
            -1,
            new double[] {1, 2, 3},
            stall)
        .write(out);
    return out.bytes();
  }

  @Test
  void aPointComesBackWithWhyItHasStalled() {
    SavedPoint point = SavedPoint.read(new Decoder(written(Stall.VALUE)));
    assertThat(point.origin()).isEqualTo(new Origin.Start(3));
    assertThat(point.startValue()).isEqualTo(8);
    assertThat(point.summary()).isEqualTo(new DescentSummary(9, 7, true, DescentEnd.UNDER_WAY));
    assertThat(point.taken()).isEqualTo(-1);
    assertThat(point.state()).containsExactly(1, 2, 3);
    assertThat(point.stall()).isEqualTo(Stall.VALUE);
    assertThat(SavedPoint.read(new Decoder(written(null))).stall()).isNull();
  }

  @Test
  void aStallThatIsNoneIsRefused() {
    byte[] bytes = written(null);
    bytes[bytes.length - 1] = -2;
    assertThatThrownBy(() -> SavedPoint.read(new Decoder(bytes)))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("checkpoint: a stall of kind -2 (expected: a known one)");
  }
}
