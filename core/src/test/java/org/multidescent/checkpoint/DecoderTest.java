package org.multidescent.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.multidescent.report.CheckpointException;

class DecoderTest {

  private static Decoder of(int length, int bytes) {
    return new Decoder(ByteBuffer.allocate(Integer.BYTES + bytes).putInt(length).array());
  }

  @Test
  void bytesThatEndTooEarlyAreRefused() {
    assertThatThrownBy(new Decoder(new byte[3])::getInt)
        .isInstanceOf(CheckpointException.class)
        .hasMessage("checkpoint: it ends too early (expected: more bytes)");
    assertThatThrownBy(new Decoder(new byte[7])::getLong).isInstanceOf(CheckpointException.class);
    assertThatThrownBy(new Decoder(new byte[7])::getDouble).isInstanceOf(CheckpointException.class);
    assertThatThrownBy(new Decoder(new byte[0])::getBoolean)
        .isInstanceOf(CheckpointException.class);
  }

  @Test
  void anArrayMayTakeAllThatIsLeft() {
    assertThat(of(2, 16).getDoubles()).hasSize(2);
    assertThat(of(2, 8).getInts()).hasSize(2);
  }

  @Test
  void anArrayLongerThanWhatIsLeftIsRefused() {
    assertThatThrownBy(of(3, 23)::getLongs)
        .isInstanceOf(CheckpointException.class)
        .hasMessage("checkpoint: an array of 3 where 23 bytes are left (expected: fewer)");
    assertThatThrownBy(of(Integer.MAX_VALUE, 8)::getDoubles)
        .isInstanceOf(CheckpointException.class);
  }

  @Test
  void aLengthBelowZeroIsRefused() {
    assertThatThrownBy(of(-1, 8)::getBytes)
        .isInstanceOf(CheckpointException.class)
        .hasMessage("checkpoint: an array of -1 where 8 bytes are left (expected: fewer)");
  }

  @Test
  void nothingMayFollowTheEnd() {
    Decoder in = new Decoder(new byte[6]);
    in.getInt();
    assertThatThrownBy(in::requireEnd)
        .isInstanceOf(CheckpointException.class)
        .hasMessage("checkpoint: 2 bytes after the end (expected: what a search has kept)");
    in.getBoolean();
    in.getBoolean();
    assertThatCode(in::requireEnd).doesNotThrowAnyException();
  }
}
