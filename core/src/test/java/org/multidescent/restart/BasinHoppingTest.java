package org.multidescent.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.multidescent.descent.Stall;
import org.multidescent.random.RandomStream;
import org.multidescent.report.Origin;

/** A chain in the box [0, 10] x [0, 1], whose best optimum is at (5, .5). */
class BasinHoppingTest {

  private static final KnownOptimum BEST = new KnownOptimum(3, 1, new double[] {5, 0.5});
  private static final Origin HOP =
      new Origin.Perturbation(
          Origin.Perturbation.CHAIN, new Origin.Place(0, 0, new double[2], new double[2]));
  private static final SearchView VIEW = new View();

  private final BasinHopping chain = new BasinHopping();
  private final RandomGenerator random = new RandomStream(1, 2, 3);

  private record View() implements SearchView {
    @Override
    public List<KnownOptimum> best(int count) {
      return List.of(BEST);
    }

    @Override
    public double[] ended() {
      return new double[2];
    }

    @Override
    public int optima() {
      return 1;
    }

    @Override
    public double evaluationsLeft() {
      return 1;
    }

    @Override
    public RandomGenerator random() {
      return new RandomStream(1, 2, 3);
    }

    @Override
    public double lower(int coordinate) {
      return 0;
    }

    @Override
    public double upper(int coordinate) {
      return coordinate == 0 ? 10 : 1;
    }

    @Override
    public double startLower(int coordinate) {
      return lower(coordinate);
    }

    @Override
    public double startUpper(int coordinate) {
      return upper(coordinate);
    }
  }

  private void end(Origin origin, double value, long id, boolean newBest, double... ended) {
    chain.learn(new Outcome(origin, 9, value, Stall.VALUE, id, true, 30), newBest, ended, random);
  }

  /** Returns the largest displacement of many hops, as a fraction of the box. */
  private double reach(double x, double y) {
    double largest = 0;
    Perturbation hop = chain.hop(BEST, VIEW);
    double[] u = new double[2];
    for (int k = 0; k < 200; k++) {
      hop.propose(random, u);
      largest = Math.max(largest, Math.max(Math.abs(u[0] - x) / 10, Math.abs(u[1] - y)));
    }
    return largest;
  }

  @Test
  void beginsAtTheBest() {
    Perturbation hop = chain.hop(BEST, VIEW);
    assertThat(hop.source()).isEqualTo(3);
    assertThat(hop.candidates()).isOne();
    assertThat(hop.origin(new Origin.Place(3, 1, new double[2], new double[2])).kind())
        .isEqualTo("chain");
    assertThat(reach(5, 0.5)).isBetween(0.13, 0.14);
  }

  @Test
  void goesOnFromWhatIsLower() {
    chain.hop(BEST, VIEW);
    end(HOP, 0.5, 7, true, 2, 0.4);
    assertThat(chain.hop(BEST, VIEW).source()).isEqualTo(7);
    assertThat(reach(2, 0.4)).as("a longer step").isBetween(0.14, 0.147);
  }

  /** Rises of 1 are usual here: a third of that is often accepted, twenty hardly ever. */
  @Test
  void goesOnFromWhatIsLittleHigherNowAndThen() {
    chain.hop(BEST, VIEW);
    int accepted = 0;
    double value = 1;
    end(HOP, value + 1, 99, false, 2, 0.4);
    assertThat(chain.hop(BEST, VIEW).source()).isEqualTo(3);
    for (int k = 0; k < 200; k++) {
      end(HOP, value + (k % 2 == 0 ? 0.33 : 1.67), 100 + k, false, 2, 0.4);
      boolean moved = chain.hop(BEST, VIEW).source() == 100 + k;
      accepted += moved ? 1 : 0;
      value += moved ? k % 2 == 0 ? 0.33 : 1.67 : 0;
    }
    assertThat(accepted).isBetween(10, 60);
    long current = chain.hop(BEST, VIEW).source();
    end(HOP, value + 20, 999, false, 2, 0.4);
    assertThat(chain.hop(BEST, VIEW).source()).isEqualTo(current);
    assertThat(reach(2, 0.4)).as("a shorter step").isLessThan(0.12);
  }

  /** The first optimum may be a start at the centre of the box, where no step was possible. */
  @Test
  void aFallFromFarAboveDoesNotMakeItWarm() {
    KnownOptimum start = new KnownOptimum(1, 1e5, new double[] {5, 0.5});
    chain.hop(start, VIEW);
    end(HOP, 1, 2, true, 2, 0.4);
    end(HOP, 2, 3, false, 2, 0.4);
    end(HOP, 40, 4, false, 2, 0.4);
    assertThat(chain.hop(BEST, VIEW).source()).isEqualTo(2);
  }

  @Test
  void followsANewBestThatWasFoundElsewhere() {
    chain.hop(BEST, VIEW);
    end(new Origin.Start(1), 0.7, 8, false, 1, 0.1);
    assertThat(chain.hop(BEST, VIEW).source()).isEqualTo(3);
    end(new Origin.Start(2), 0.6, 9, true, 9, 0.9);
    assertThat(chain.hop(BEST, VIEW).source()).isEqualTo(9);
  }

  @Test
  void goesOnFromWhatItHasSaved() {
    chain.hop(BEST, VIEW);
    end(HOP, 0.5, 7, true, 2, 0.4);
    end(HOP, 4, 8, false, 3, 0.3);
    double[] saved = new double[1 + BasinHopping.saved(2)];
    chain.save(saved, 1);
    BasinHopping other = new BasinHopping();
    other.restore(saved, 1, 2);
    double[] again = new double[saved.length];
    other.save(again, 1);
    assertThat(again).isEqualTo(saved);
    assertThat(other.hop(BEST, VIEW).source()).isEqualTo(chain.hop(BEST, VIEW).source());
  }

  @Test
  void refusesNumbersOfNoChain() {
    double[] saved = new double[BasinHopping.saved(2)];
    chain.save(saved, 0);
    saved[5] = Double.NaN;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chain.restore(saved, 0, 2))
        .withMessage("chain: NaN (expected: a finite number)");
    saved[5] = 0;
    saved[3] = 0;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chain.restore(saved, 0, 2))
        .withMessage("step: 0.0 (expected: 0.001 to 0.5)");
  }
}
