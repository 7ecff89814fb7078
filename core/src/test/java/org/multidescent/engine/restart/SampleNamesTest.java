package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.multidescent.report.Origin;

class SampleNamesTest {

  private static final long SEED = 8;

  private static Origin drawn(long stream) {
    return new Origin.Polish(new Origin.Place(0, stream, new double[0], new double[0]));
  }

  @Test
  void whatEvaluationsAreForTellsThemApart() {
    Set<Long> names = new HashSet<>();
    for (long k = 0; k < 100; k++) {
      names.add(SampleNames.ofStart(SEED, k));
      names.add(SampleNames.ofCandidates(SEED, k));
      names.add(SampleNames.ofDescent(SEED, new Origin.Start(k)));
      names.add(SampleNames.ofDescent(SEED, drawn(k)));
      names.add(SampleNames.ofEstimates(SEED, new Origin.Start(k)));
      names.add(SampleNames.ofEstimates(SEED, drawn(k)));
      names.add(SampleNames.ofRound(SEED, k));
    }
    assertThat(names).hasSize(700);
  }

  @Test
  void theSeedTellsSearchesApart() {
    assertThat(SampleNames.ofStart(SEED, 1)).isNotEqualTo(SampleNames.ofStart(SEED + 1, 1));
    assertThat(SampleNames.ofStart(SEED, 1)).isEqualTo(SampleNames.ofStart(SEED, 1));
  }

  @Test
  void theFirstValueOfADescentIsTheOneThatBeganIt() {
    assertThat(SampleNames.ofFirst(SEED, new Origin.Start(4)))
        .isEqualTo(SampleNames.ofStart(SEED, 4));
    assertThat(SampleNames.ofFirst(SEED, drawn(4))).isEqualTo(SampleNames.ofCandidates(SEED, 4));
  }
}
