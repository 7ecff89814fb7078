package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.multidescent.random.RandomStream;
import org.multidescent.report.Origin;
import org.multidescent.restart.Perturbation;

class DrawnPerturbationTest {

  private final RandomStream random = new RandomStream(1, 2, 3);

  /** Proposes one number after the other. */
  private static final class Counting implements Perturbation {

    private final int candidates;
    private int next;

    private Counting(int candidates) {
      this.candidates = candidates;
    }

    @Override
    public Origin.Drawn origin(Origin.Place place) {
      return new Origin.Perturbation("counting", place);
    }

    @Override
    public long source() {
      return 6;
    }

    @Override
    public int candidates() {
      return candidates;
    }

    @Override
    public void propose(RandomGenerator random, double[] u) {
      for (int i = 0; i < u.length; i++) {
        u[i] = next++;
      }
    }
  }

  @Test
  void itProposesWhatWasDrawnInOrderAgainAndAgain() {
    DrawnPerturbation drawn = DrawnPerturbation.draw(new Counting(2), 4, random, 2);
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
    DrawnPerturbation drawn = DrawnPerturbation.draw(new Counting(2), 4, random, 2);
    Origin.Place place = new Origin.Place(6, 4, new double[] {1}, new double[] {2});
    assertThat(drawn.origin(place)).isEqualTo(new Origin.Perturbation("counting", place));
    assertThat(drawn.source()).isEqualTo(6);
    assertThat(drawn.saved().number()).isEqualTo(4);
    assertThat(drawn.saved().origin().place().u()).isEmpty();
  }

  @Test
  void anImpossibleNumberOfCandidatesIsKeptForWhoeverEvaluatesThem() {
    DrawnPerturbation drawn = DrawnPerturbation.draw(new Counting(-3), 4, random, 2);
    assertThat(drawn.candidates()).isEqualTo(-3);
    assertThat(drawn.saved().candidates()).isEmpty();
  }
}
