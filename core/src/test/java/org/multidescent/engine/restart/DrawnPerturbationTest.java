package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.random.RandomStream;
import org.multidescent.report.Origin;

class DrawnPerturbationTest {

  private final RandomStream random = new RandomStream(1, 2, 3);

  private DrawnPerturbation drawn() {
    GivenPerturbation given = new GivenPerturbation(new double[] {0, 1}, new double[] {2, 3});
    return DrawnPerturbation.draw(given, 4, random, 2);
  }

  @Test
  void itProposesWhatWasDrawnInOrderAgainAndAgain() {
    DrawnPerturbation drawn = drawn();
    assertThat(drawn.candidates()).isEqualTo(2);
    double[] u = new double[2];
    for (int repeat = 0; repeat < 2; repeat++) {
      drawn.propose(random, u);
      assertThat(u).containsExactly(0, 1);
      drawn.propose(random, u);
      assertThat(u).containsExactly(2, 3);
    }
  }

  @Test
  void itsOriginIsThatOfThePerturbationAtAPlace() {
    DrawnPerturbation drawn = drawn();
    Origin.Place place = new Origin.Place(6, 4, new double[] {1}, new double[] {2});
    assertThat(drawn.origin(place))
        .isEqualTo(new Origin.Perturbation(GivenPerturbation.KIND, place));
    assertThat(drawn.source()).isEqualTo(GivenPerturbation.SOURCE);
    assertThat(drawn.saved().number()).isEqualTo(4);
    assertThat(drawn.saved().origin().place().u()).isEmpty();
  }

  @Test
  void noCandidatesAreKeptForWhoEvaluatesThem() {
    DrawnPerturbation none = DrawnPerturbation.draw(new GivenPerturbation(), 4, random, 2);
    assertThat(none.candidates()).isZero();
    assertThat(none.saved().candidates()).isEmpty();
  }
}
