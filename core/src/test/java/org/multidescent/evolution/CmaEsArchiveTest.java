package org.multidescent.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CmaEsArchiveTest {

  private static final int START = (int) CmaEsMemory.size(2);

  private final double[] memory = new double[START + (int) CmaEsArchive.size(2)];

  @Test
  void theOldestMakesRoom() {
    int capacity = CmaEsArchive.capacity(2);
    assertThat(capacity).isEqualTo(12);
    for (int k = 0; k < capacity + 5; k++) {
      memory[CmaEsArchive.add(memory, 2)] = k;
      assertThat(CmaEsArchive.count(memory, 2)).isEqualTo(Math.min(k + 1, capacity));
    }
    for (int age = 0; age < capacity; age++) {
      assertThat(memory[CmaEsArchive.row(memory, 2, age)]).isEqualTo(capacity + 4 - age);
    }
    assertThat(CmaEsArchive.accepts(memory, 2)).isTrue();
  }

  @Test
  void aModelOfNoUseIsLetBe() {
    int generations = 0;
    for (int asked = 0; asked < 8; generations++) {
      boolean waits = CmaEsArchive.waits(memory, 2);
      asked += waits ? 0 : 1;
      CmaEsArchive.learn(memory, 2, !waits, false);
    }
    assertThat(generations).isEqualTo(8 + 1 + 2 + 3 + 4 + 5 + 5);
    while (CmaEsArchive.waits(memory, 2)) {
      CmaEsArchive.learn(memory, 2, false, false);
    }
    CmaEsArchive.learn(memory, 2, true, true);
    CmaEsArchive.learn(memory, 2, true, false);
    assertThat(CmaEsArchive.waits(memory, 2)).isFalse();
  }

  @Test
  void refusesWhatItCannotHaveWritten() {
    assertThat(CmaEsArchive.accepts(memory, 2)).isTrue();
    for (int k = START; k < START + 5; k++) {
      memory[k] = Double.NaN;
      assertThat(CmaEsArchive.accepts(memory, 2)).isFalse();
      memory[k] = 0;
    }
    memory[START] = 13;
    assertThat(CmaEsArchive.accepts(memory, 2)).isFalse();
  }

  @Test
  void thereIsNoneInManyCoordinates() {
    assertThat(CmaEsArchive.capacity(41)).isZero();
    assertThat(CmaEsArchive.size(41)).isEqualTo(4);
  }
}
