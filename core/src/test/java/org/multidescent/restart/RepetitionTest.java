package org.multidescent.restart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.descent.Stall;
import org.multidescent.report.Origin;

class RepetitionTest {

  private static final Origin.Place PLACE = new Origin.Place(0, 0, new double[2], new double[2]);

  private final Repetition repetition = new Repetition();

  private void end(Origin origin, long optimum, boolean isNew) {
    repetition.learn(new Outcome(origin, 1, 0, Stall.VALUE, optimum, isNew, 30));
  }

  private void repeat(int times) {
    for (int k = 0; k < times; k++) {
      end(new Origin.Start(k), 0, false);
    }
  }

  @Test
  void isUsualAfterAFewRepeatsInARow() {
    repeat(3);
    assertThat(repetition.isUsual()).isFalse();
    repeat(1);
    assertThat(repetition.isUsual()).isTrue();
    end(new Origin.Start(9), 1, true);
    assertThat(repetition.isUsual()).isFalse();
  }

  @Test
  void descentsWithoutAnOptimumAndRunsOfEvolutionAreNoRepeats() {
    repeat(4);
    end(new Origin.EvolutionRun(8, PLACE), 0, false);
    end(new Origin.Polish(PLACE), 0, false);
    assertThat(repetition.isUsual()).isTrue();
    end(new Origin.Start(9), -1, false);
    assertThat(repetition.isUsual()).isFalse();
  }

  @Test
  void evaluatesMoreStartsTheMoreDescentsRepeat() {
    repeat(3);
    assertThat(repetition.starts(4, 2)).isEqualTo(4);
    repeat(4);
    int some = repetition.starts(4, 2);
    repeat(4);
    assertThat(repetition.starts(4, 2)).isBetween(some + 1, 16 * 30);
    repeat(100);
    assertThat(repetition.starts(4, 2)).isEqualTo(16 * 30);
    assertThat(repetition.starts(4, 8)).isEqualTo(30);
    assertThat(repetition.starts(4, 20)).isEqualTo(4);
  }

  @Test
  void freshStartsAreChosenMoreOftenTheMoreDescentsRepeat() {
    assertThat(repetition.weight()).isEqualTo(1);
    repeat(3);
    assertThat(repetition.weight()).isEqualTo(1);
    repeat(6);
    double some = repetition.weight();
    assertThat(some).isGreaterThan(1);
    repeat(4);
    assertThat(repetition.weight()).isGreaterThan(some);
    repeat(200);
    assertThat(repetition.weight()).isEqualTo(16);
  }

  @Test
  void startsAreExaminedOnceAfterTwoRepeats() {
    repeat(1);
    assertThat(repetition.examined(2)).isZero();
    repeat(1);
    assertThat(repetition.examined(4)).isZero();
    assertThat(repetition.prefersDistantStarts()).isFalse();
    assertThat(repetition.examined(2)).isEqualTo(18);
    assertThat(repetition.prefersDistantStarts()).isTrue();
    double[] saved = new double[Repetition.SAVED];
    repetition.save(saved, 0);
    repetition.restore(saved, 0);
    assertThat(repetition.prefersDistantStarts()).isTrue();
    repeat(1);
    assertThat(repetition.examined(2)).isZero();
    assertThat(repetition.prefersDistantStarts()).isFalse();
    repeat(9);
    assertThat(repetition.examined(2)).isZero();
    assertThat(repetition.prefersDistantStarts()).isTrue();
  }

  @Test
  void goesOnFromWhatItHasSaved() {
    repeat(6);
    double[] saved = new double[1 + Repetition.SAVED];
    repetition.save(saved, 1);
    Repetition other = new Repetition();
    other.restore(saved, 1);
    assertThat(other.isUsual()).isTrue();
    assertThat(other.starts(4, 2)).isEqualTo(repetition.starts(4, 2));
  }
}
