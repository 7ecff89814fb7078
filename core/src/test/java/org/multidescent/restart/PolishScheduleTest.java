package org.multidescent.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.multidescent.descent.Stall;
import org.multidescent.random.RandomStream;
import org.multidescent.report.Origin;

/** When the best optimum, whose value is 5 at first, is polished in two dimensions. */
class PolishScheduleTest {

  private static final double[] HERE = {0.3, 0.7};
  private static final KnownOptimum BEST = new KnownOptimum(0, 5, HERE);
  private static final SearchView ENDLESS = new Box(1);

  /** The box [-1, 3]^2. */
  record Box(double evaluationsLeft) implements SearchView {
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
    public RandomGenerator random() {
      return new RandomStream(1, 2, 3);
    }

    @Override
    public double lower(int coordinate) {
      return startLower(coordinate);
    }

    @Override
    public double upper(int coordinate) {
      return startUpper(coordinate);
    }

    @Override
    public double startLower(int coordinate) {
      return -1;
    }

    @Override
    public double startUpper(int coordinate) {
      return 3;
    }
  }

  private final Stagnation stagnation = new Stagnation();
  private final PolishSchedule schedule = new PolishSchedule(stagnation);

  private void end(Origin origin, double value, long calls, boolean newBest) {
    Outcome outcome = new Outcome(origin, 9, value, Stall.VALUE, 0, false, calls);
    stagnation.add(calls, newBest);
    schedule.learn(outcome);
  }

  private void search(long calls) {
    end(new Origin.Start(1), 6, calls, false);
  }

  private void polishTo(double value, long calls) {
    end(new Origin.Polish(new Origin.Place(0, 1, HERE, HERE)), value, calls, false);
  }

  private double[] propose(Perturbation hop) {
    double[] u = new double[2];
    hop.propose(new RandomStream(4, 5, 6), u);
    return u;
  }

  @Test
  void polishesTheOptimumItselfOnceNothingHasImprovedForLong() {
    search(800);
    assertThat(schedule.isDue(BEST, ENDLESS)).isFalse();
    search(1);
    assertThat(schedule.isDue(BEST, ENDLESS)).isTrue();
    Perturbation hop = schedule.begin(BEST, ENDLESS);
    assertThat(hop.candidates()).isOne();
    assertThat(propose(hop)).isEqualTo(HERE);
    assertThat(schedule.isDue(BEST, ENDLESS)).as("one at a time").isFalse();
  }

  @Test
  void doesNotPolishWhileTheSearchImproves() {
    search(5_000);
    end(new Origin.Start(2), 5, 10, true);
    search(3_000);
    assertThat(schedule.isDue(BEST, ENDLESS)).isFalse();
    search(1_000);
    assertThat(schedule.isDue(BEST, ENDLESS)).isTrue();
  }

  @Test
  void polishesAgainWhatIsLowerOrAfterTwiceTheCallsBesideIt() {
    search(1_000);
    schedule.begin(BEST, ENDLESS);
    polishTo(4, 20);
    KnownOptimum polished = new KnownOptimum(0, 4, HERE);
    assertThat(schedule.isDue(polished, ENDLESS)).isFalse();
    KnownOptimum lower = new KnownOptimum(0, 3, HERE);
    assertThat(schedule.isDue(lower, ENDLESS)).isTrue();
    search(981);
    assertThat(schedule.isDue(polished, ENDLESS)).isTrue();
    double[] beside = propose(schedule.begin(polished, ENDLESS));
    assertThat(beside[0]).isNotEqualTo(HERE[0]).isBetween(HERE[0] - 0.2, HERE[0] + 0.2);
    assertThat(beside[1]).isNotEqualTo(HERE[1]).isBetween(HERE[1] - 0.2, HERE[1] + 0.2);
  }

  @Test
  void spendsALimitedShareOfTheCalls() {
    search(1_000);
    schedule.begin(BEST, ENDLESS);
    polishTo(5, 500);
    KnownOptimum lower = new KnownOptimum(0, 3, HERE);
    assertThat(schedule.isDue(lower, ENDLESS)).isFalse();
    search(8_499);
    assertThat(schedule.isDue(lower, ENDLESS)).isFalse();
    search(1);
    assertThat(schedule.isDue(lower, ENDLESS)).isTrue();
  }

  @Test
  void polishesInTheLastTenthOfTheBudget() {
    search(100);
    assertThat(schedule.isDue(BEST, new Box(0.11))).isFalse();
    assertThat(schedule.isDue(BEST, new Box(0.1))).isTrue();
    schedule.begin(BEST, ENDLESS);
    polishTo(4, 5);
    assertThat(schedule.isDue(new KnownOptimum(0, 4, HERE), new Box(0.05))).isFalse();
  }

  @Test
  void goesOnAfterOneThatFoundNoValue() {
    search(1_000);
    schedule.begin(BEST, ENDLESS);
    polishTo(Double.NaN, 1);
    assertThat(schedule.isDue(BEST, ENDLESS)).isFalse();
    assertThat(schedule.isDue(new KnownOptimum(0, 4, HERE), ENDLESS)).isTrue();
  }
}
