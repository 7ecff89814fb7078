package org.multidescent.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.multidescent.descent.Stall;
import org.multidescent.random.RandomStream;
import org.multidescent.report.Origin;

class PerturbationRestartTest {

  private static final Origin.Place PLACE =
      new Origin.Place(3, 0, new double[] {0.5, 0.5}, new double[] {0.5, 0.5});
  private static final List<KnownOptimum> KNOWN =
      List.of(
          new KnownOptimum(3, -2, new double[] {0.2, 0.9}),
          new KnownOptimum(1, -1, new double[] {0.5, 0.5}),
          new KnownOptimum(2, 0, new double[] {0.7, 0.1}),
          new KnownOptimum(0, 1, new double[] {0.1, 0.3}));

  /** The unit square with some known optima. */
  private record View(
      List<KnownOptimum> known,
      double evaluationsLeft,
      boolean tellsWells,
      boolean hasNewWell,
      RandomGenerator random)
      implements SearchView {
    @Override
    public List<KnownOptimum> best(int count) {
      return known.subList(0, Math.min(count, known.size()));
    }

    @Override
    public double[] ended() {
      return new double[2];
    }

    @Override
    public int optima() {
      return known.size();
    }

    @Override
    public double lower(int coordinate) {
      return 0;
    }

    @Override
    public double upper(int coordinate) {
      return 1;
    }

    @Override
    public double startLower(int coordinate) {
      return 0;
    }

    @Override
    public double startUpper(int coordinate) {
      return 1;
    }
  }

  private static Outcome outcome(Origin origin, long optimum, boolean discovery, long calls) {
    return new Outcome(origin, 5, -2, Stall.VALUE, optimum, discovery, calls);
  }

  private static SearchView view(long decision) {
    return new View(KNOWN, 1, false, false, new RandomStream(7, decision, 0));
  }

  @Test
  void beginsWithFreshStartsWhileNothingIsKnown() {
    RestartStrategy.Session session =
        RestartStrategy.perturbations(PerturbationSettings.STANDARD).open(2);
    SearchView nothing = new View(List.of(), 1, false, false, new RandomStream(1, 2, 3));
    Next next = session.next(outcome(new Origin.Start(0), -1, false, 10), nothing);
    assertThat(next).isEqualTo(new Next.Fresh(PerturbationSettings.STANDARD.fresh()));
  }

  @Test
  void hopsStayInTheBoxAndLeaveFromTheBest() {
    RestartStrategy.Session session =
        RestartStrategy.perturbations(PerturbationSettings.STANDARD).open(2);
    int hops = 0;
    for (long n = 0; n < 500; n++) {
      Next next = session.next(outcome(new Origin.Start(n), 9, n % 2 == 0, 1), view(n));
      if (next instanceof Next.Perturb leap) {
        hops++;
        assertThat(leap.perturbation().source()).isEqualTo(3);
        double[] u = new double[2];
        RandomGenerator random = new RandomStream(8, n, 0);
        for (int k = 0; k < leap.perturbation().candidates(); k++) {
          leap.perturbation().propose(random, u);
          assertThat(u[0]).isBetween(0.0, 1.0);
          assertThat(u[1]).isBetween(0.0, 1.0);
        }
      }
    }
    assertThat(hops).isBetween(400, 499);
  }

  @Test
  void freshStartsPrevailWhereAllDescentsRepeat() {
    RestartStrategy.Session session =
        RestartStrategy.perturbations(PerturbationSettings.STANDARD).open(2);
    int fresh = 0;
    for (long n = 0; n < 500; n++) {
      Next next = session.next(outcome(new Origin.Start(n), 9, false, 1), view(n));
      fresh += next instanceof Next.Fresh ? 1 : 0;
    }
    assertThat(fresh).isBetween(200, 350);
  }

  @Test
  void nearlyAllAreFreshStartsWhereWellsAreTold() {
    RestartStrategy.Session session =
        RestartStrategy.perturbations(PerturbationSettings.STANDARD).open(2);
    int fresh = 0;
    for (long n = 0; n < 500; n++) {
      SearchView view = new View(KNOWN, 1, true, false, new RandomStream(7, n, 0));
      Next next = session.next(outcome(new Origin.Start(n), 9, true, 1), view);
      fresh += next.equals(new Next.Fresh(PerturbationSettings.STANDARD.fresh())) ? 1 : 0;
    }
    assertThat(fresh).isBetween(390, 490);
  }

  @Test
  void aStartInANewWellDescendsAtOnce() {
    RestartStrategy.Session session =
        RestartStrategy.perturbations(PerturbationSettings.STANDARD).open(2);
    SearchView view = new View(KNOWN, 1, true, true, new RandomStream(7, 0, 0));
    Next next = session.next(outcome(new Origin.Start(0), 9, true, 1), view);
    assertThat(next).isEqualTo(new Next.Fresh(0));
  }

  @Test
  void aKindThatFindsNewBestOptimaIsChosenMoreOften() {
    RestartStrategy.Session session =
        RestartStrategy.perturbations(PerturbationSettings.STANDARD).open(2);
    Origin cross = new Origin.Perturbation("cross", PLACE);
    int crosses = 0;
    for (long n = 0; n < 200; n++) {
      Next next = session.next(outcome(cross, 3, true, 1), view(n));
      crosses +=
          next instanceof Next.Perturb leap
                  && leap.perturbation().origin(PLACE).kind().equals("cross")
              ? 1
              : 0;
    }
    assertThat(crosses).isGreaterThan(150);
  }

  @Test
  void evolutionRunsWhenNothingHasImprovedForLong() {
    RestartStrategy.Session session =
        RestartStrategy.perturbations(PerturbationSettings.STANDARD).open(2);
    Next polish = session.next(outcome(new Origin.Start(0), 9, false, 1_000), view(0));
    assertThat(kind(polish)).isEqualTo("polish");
    Next next = session.next(outcome(new Origin.Start(1), 9, false, 10), view(1));
    assertThat(next)
        .isInstanceOfSatisfying(
            Next.Perturb.class,
            leap -> {
              assertThat(leap.perturbation().origin(PLACE).kind()).isEqualTo("evolution-8");
              assertThat(leap.perturbation().candidates()).isOne();
            });
    Next then = session.next(outcome(new Origin.Start(2), 9, false, 900), view(2));
    assertThat(kind(then)).as("one run at a time").isNotEqualTo("evolution-8");
  }

  @Test
  void aRestoredSessionDecidesTheSame() {
    RestartStrategy.Session one =
        RestartStrategy.perturbations(PerturbationSettings.STANDARD).open(2);
    RestartStrategy.Session two =
        RestartStrategy.perturbations(PerturbationSettings.STANDARD).open(2);
    for (long n = 0; n < 50; n++) {
      one.next(outcome(new Origin.Start(n), 9, n % 5 == 0, 30), view(n));
    }
    two.restore(one.save());
    for (long n = 50; n < 100; n++) {
      Next first = one.next(outcome(new Origin.Start(n), 9, false, 30), view(n));
      Next second = two.next(outcome(new Origin.Start(n), 9, false, 30), view(n));
      assertThat(kind(first)).isEqualTo(kind(second));
    }
    assertThat(two.save()).isEqualTo(one.save());
  }

  @Test
  void settingsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PerturbationSettings(0, 4, 16, 20, true))
        .withMessage("share: 0.0 (expected: above 0 to 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PerturbationSettings(0.8, 4, 16, 2, true))
        .withMessage("parents: 2 (expected: 3 or more)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RestartStrategy.fresh(0))
        .withMessage("count: 0 (expected: 1 or more)");
  }

  private static String kind(Next next) {
    return next instanceof Next.Perturb leap
        ? leap.perturbation().origin(PLACE).kind()
        : next.toString();
  }
}
