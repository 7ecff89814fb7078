package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.Decoder;
import org.multidescent.checkpoint.Encoder;
import org.multidescent.report.CheckpointException;

final class RaceTest {

  @Test
  void theLowestThirdGoesOn() {
    Race race = new Race();
    for (int k = 0; k < 9; k++) {
      race.reached(1, 10 - k);
    }
    assertThat(race.decide(1, 2)).isEqualTo(Race.Decision.GO_ON);
    assertThat(race.decide(1, 4)).isEqualTo(Race.Decision.GO_ON);
    assertThat(race.decide(1, 5)).isEqualTo(Race.Decision.END);
    race.reached(2, 4);
    assertThat(race.decide(2, 4)).isEqualTo(Race.Decision.GO_ON);
  }

  @Test
  void othersThatAreUnderWayAreWaitedFor() {
    Race race = new Race();
    race.enter(0);
    race.enter(2);
    race.reached(1, 1);
    race.reached(1, 2);
    assertThat(race.decide(1, 1)).isEqualTo(Race.Decision.GO_ON);
    assertThat(race.decide(1, 2)).isEqualTo(Race.Decision.WAIT);
    race.leave(0);
    assertThat(race.decide(1, 2)).isEqualTo(Race.Decision.END);
  }

  @Test
  void keysAreOrderedByRungThenValue() {
    double[] values = {
      Double.NEGATIVE_INFINITY, -1e300, -1, -1e-300, 0, 1e-300, 1, 1.001, 1e300, Double.MAX_VALUE
    };
    double last = 1e200;
    for (int rung = 1; rung <= 40; rung += 3) {
      for (double value : values) {
        assertThat(Race.key(rung, value)).isGreaterThan(last).isFinite();
        last = Race.key(rung, value);
      }
    }
  }

  @Test
  void isKeptInCheckpoints() {
    Race race = new Race();
    race.reached(1, 3);
    race.reached(1, 1);
    race.reached(1, 2);
    Encoder out = new Encoder();
    race.write(out);
    Race read = new Race();
    read.read(new Decoder(out.bytes()));
    assertThat(read.decide(1, 1)).isEqualTo(Race.Decision.GO_ON);
    assertThat(read.decide(1, 2)).isEqualTo(Race.Decision.END);
    Encoder broken = new Encoder();
    broken.putDoubles(new double[] {2, 1});
    assertThatThrownBy(() -> new Race().read(new Decoder(broken.bytes())))
        .isInstanceOf(CheckpointException.class);
  }
}
