package org.multidescent.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.report.Counts;
import org.multidescent.report.TestCounts;

class EncoderTest {

  private final Encoder out = new Encoder();

  private Decoder in() {
    return new Decoder(out.bytes());
  }

  @Test
  void numbersAreBigEndian() {
    out.putInt(0x01020304);
    out.putLong(-2);
    assertThat(out.bytes()).containsExactly(1, 2, 3, 4, -1, -1, -1, -1, -1, -1, -1, -2);
  }

  @Test
  void anArrayComesAfterItsLength() {
    out.putBytes(new byte[] {7, 8});
    assertThat(out.bytes()).containsExactly(0, 0, 0, 2, 7, 8);
  }

  @Test
  void doublesKeepAllTheirBits() {
    long odd = 0x7ff8_0000_0000_1234L;
    out.putDouble(Double.longBitsToDouble(odd));
    out.putDouble(-0.0);
    Decoder in = in();
    assertThat(Double.doubleToRawLongBits(in.getDouble())).isEqualTo(odd);
    assertThat(in.getDouble()).isEqualTo(-0.0);
  }

  @Test
  void whatIsLargerThanTheBufferIsWrittenWhole() {
    double[] many = new double[1000];
    many[999] = 3;
    out.putInt(5);
    out.putDoubles(many);
    out.putLongs(new long[] {1, 2});
    out.putInts(new int[] {3});
    Decoder in = in();
    assertThat(in.getInt()).isEqualTo(5);
    assertThat(in.getDoubles()).containsExactly(many);
    assertThat(in.getLongs()).containsExactly(1, 2);
    assertThat(in.getInts()).containsExactly(3);
    in.requireEnd();
  }

  @Test
  void noStringIsNotTheEmptyString() {
    out.putString(null);
    out.putString("");
    out.putString("größer");
    Decoder in = in();
    assertThat(in.getString()).isNull();
    assertThat(in.getString()).isEmpty();
    assertThat(in.getString()).isEqualTo("größer");
    in.requireEnd();
  }

  @Test
  void listsKeepTheirOrder() {
    out.putList(List.of(true, false, true), (value, to) -> to.putBoolean(value));
    Decoder in = in();
    assertThat(in.getList(Decoder::getBoolean)).containsExactly(true, false, true);
    in.requireEnd();
  }

  @Test
  void countsComeBack() {
    Counts counts = TestCounts.of(1, 2, 3, 4, 5, 6);
    new SavedTotals(counts, 1, new double[0], null, new long[0], List.of()).write(out);
    assertThat(SavedTotals.read(in()).counts()).isEqualTo(counts);
  }
}
