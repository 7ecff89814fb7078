package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.checkpoint.Decoder;
import org.multidescent.checkpoint.Encoder;
import org.multidescent.report.CheckpointException;

class BackgroundTest {

  private static double bowl(double[] at) {
    double sum = 3;
    for (int i = 0; i < at.length; i++) {
      sum += (i + 1) * at[i] * at[i] - at[0] * at[i];
    }
    return sum;
  }

  private static double[] draw(int dimension, SplittableRandom random) {
    return random.doubles(dimension).toArray();
  }

  /** A share of the starts lies anywhere below the bowl, which has noise. */
  private static Background fitted(int dimension, double wells, double noise) {
    SplittableRandom random = new SplittableRandom(dimension);
    Background background = new Background(dimension);
    for (int k = 0; k < 2_000; k++) {
      double[] at = draw(dimension, random);
      double below = random.nextDouble() < wells ? random.nextDouble() : 0;
      background.add(at, bowl(at) - below + noise * random.nextDouble());
    }
    return background;
  }

  @ParameterizedTest
  @CsvSource({"2, 0, 0", "2, .5, 0", "3, .4, 1e-5", "5, .15, 0", "5, .1, 1e-5", "8, .1, 0"})
  void findsTheFunctionMostStartsLieOn(int dimension, double wells, double noise) {
    Background background = fitted(dimension, wells, noise);
    SplittableRandom random = new SplittableRandom(1);
    assertThat(background.isKnown()).isTrue();
    for (int k = 0; k < 100; k++) {
      double[] at = draw(dimension, random);
      assertThat(background.depth(at, bowl(at) + noise / 2)).isZero();
      assertThat(background.depth(at, bowl(at) + 0.1)).isZero();
      assertThat(background.depth(at, bowl(at) - 0.1)).isCloseTo(0.1, within(1e-4));
    }
  }

  @Test
  void aRuggedFunctionHasNone() {
    SplittableRandom random = new SplittableRandom(7);
    Background background = new Background(2);
    for (int k = 0; k < 1_000; k++) {
      double[] at = draw(2, random);
      background.add(at, bowl(at) + Math.cos(20 * at[0]));
      assertThat(background.isKnown()).isFalse();
      assertThat(background.depth(at, -10)).isZero();
    }
  }

  @Test
  void aPlateauIsNone() {
    SplittableRandom random = new SplittableRandom(7);
    Background background = new Background(2);
    for (int k = 0; k < 12; k++) {
      assertThat(background.add(draw(2, random), k == 5 ? 2 : 3)).isEqualTo(k == 11);
    }
    assertThat(background.isKnown()).isFalse();
  }

  @Test
  void manyCoordinatesNeedTooManyStarts() {
    assertThat(fitted(9, 0, 0).isKnown()).isFalse();
  }

  @Test
  void goesOnFromWhatItHasWritten() {
    SplittableRandom random = new SplittableRandom(5);
    Background one = new Background(2);
    Background other = new Background(2);
    for (int k = 0; k < 150; k++) {
      double[] at = draw(2, random);
      double value = bowl(at) - (k % 3 == 0 ? random.nextDouble() : 0);
      assertThat(other.add(at, value)).isEqualTo(one.add(at, value));
      assertThat(other.depth(at, 1)).isEqualTo(one.depth(at, 1));
      Encoder out = new Encoder();
      one.write(out);
      other = new Background(2);
      other.read(new Decoder(out.bytes()));
    }
  }

  @Test
  void refusesAFunctionOfOtherCoordinates() {
    Encoder out = new Encoder();
    fitted(2, 0, 0).write(out);
    Decoder in = new Decoder(out.bytes());
    Background other = new Background(3);
    assertThatThrownBy(() -> other.read(in))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("the background of starts: 60");
  }
}
