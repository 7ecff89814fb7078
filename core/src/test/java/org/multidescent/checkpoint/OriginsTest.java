package org.multidescent.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;

class OriginsTest {

  private static final Origin.Place PLACE =
      new Origin.Place(3, 4, new double[] {1, 2}, new double[] {0.1, 0.2});

  private static Decoder written(Origin origin) {
    Encoder out = new Encoder();
    Origins.write(origin, out);
    return new Decoder(out.bytes());
  }

  private static Decoder written(int... numbers) {
    Encoder out = new Encoder();
    for (int number : numbers) {
      out.putInt(number);
    }
    return new Decoder(out.bytes());
  }

  @Test
  void eachKindOfOriginComesBack() {
    Origin[] origins = {
      new Origin.Start(7),
      new Origin.Perturbation("chain", PLACE),
      new Origin.EvolutionRun(12, PLACE),
      new Origin.RecombinationRun(PLACE),
      new Origin.Polish(PLACE)
    };
    for (Origin origin : origins) {
      Decoder in = written(origin);
      assertThat(Origins.read(in)).isEqualTo(origin);
      in.requireEnd();
    }
  }

  @Test
  void anotherKindIsRefused() {
    assertThatThrownBy(() -> Origins.read(written(5)))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("checkpoint: an origin of kind 5 (expected: a known one)");
  }

  @Test
  void aStartIsNoDrawnPosition() {
    Origin.Drawn drawn = new Origin.Polish(PLACE);
    assertThat(Origins.readDrawn(written(drawn))).isEqualTo(drawn);
    assertThatThrownBy(() -> Origins.readDrawn(written(new Origin.Start(7))))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("checkpoint: a start (expected: a drawn position)");
  }

  @Test
  void summariesComeBack() {
    DescentSummary summary = new DescentSummary(5, -1.5, true, DescentEnd.PLATEAU);
    Encoder out = new Encoder();
    Origins.write(summary, out);
    assertThat(Origins.readSummary(new Decoder(out.bytes()))).isEqualTo(summary);
  }

  @Test
  void anEndThatIsNoneIsRefused() {
    int ends = DescentEnd.values().length;
    assertThat(Origins.readEnd(written(ends - 1))).isEqualTo(DescentEnd.values()[ends - 1]);
    assertThatThrownBy(() -> Origins.readEnd(written(ends)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("checkpoint: the end of a descent: " + ends);
    assertThatThrownBy(() -> Origins.readEnd(written(-1))).isInstanceOf(CheckpointException.class);
  }
}
