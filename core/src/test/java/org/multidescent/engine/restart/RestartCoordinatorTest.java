package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multidescent.descent.Stall;
import org.multidescent.engine.budget.ComponentFailure;
import org.multidescent.engine.budget.NoiseState;
import org.multidescent.engine.budget.SearchTotals;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Ending;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.restart.Next;
import org.multidescent.restart.Outcome;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.restart.SearchView;

class RestartCoordinatorTest {

  private static final Problem PROBLEM = Problem.of(x -> x[0], Box.cube(0, 10, 2));

  /** Decides what it is given, and keeps what it was told. */
  private static final class Script implements RestartStrategy, RestartStrategy.Session {

    private final Deque<Next> decisions = new ArrayDeque<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private @Nullable SearchView view;
    private boolean distant;
    private @Nullable RuntimeException failure;

    @Override
    public Session open(int dimension) {
      return this;
    }

    @Override
    public Next next(Outcome outcome, SearchView seen) {
      outcomes.add(outcome);
      view = seen;
      if (failure != null) {
        throw failure;
      }
      return decisions.poll();
    }

    @Override
    public boolean prefersDistantStarts() {
      return distant;
    }

    @Override
    public double[] save() {
      return new double[] {4};
    }

    @Override
    public void restore(double[] saved) {
      if (saved[0] != 4) {
        throw new IllegalArgumentException("not mine");
      }
    }
  }

  private final Script script = new Script();
  private final Termination termination = new Termination();
  private final NoiseState noise = NoiseState.none();
  private final List<Optimum> discovered = new ArrayList<>();
  private final RestartCoordinator coordinator = coordinator(new TestSettings().restart(script));

  private RestartCoordinator coordinator(TestSettings settings) {
    return new RestartCoordinator(
        settings.problem(PROBLEM).make(),
        termination,
        noise,
        optimum -> discovered.add(optimum.get()));
  }

  private static LivePoint point(Origin origin, double value, double... u) {
    TestSettings settings = new TestSettings().problem(PROBLEM);
    LivePoint live = new LivePoint(settings.make().path().descent().newPoint(2));
    System.arraycopy(u, 0, live.point.position(), 0, 2);
    settings.make().path().descent().beginPolish(live.point, value, 0, value);
    live.origin = origin;
    live.startValue = 20;
    live.evaluations = 30;
    return live;
  }

  private static Origin start(long index) {
    return new Origin.Start(index);
  }

  @Test
  void aConstantStrategyIsNotAsked() {
    RestartCoordinator constant = coordinator(new TestSettings().restart(RestartStrategy.fresh(3)));
    LivePoint live = point(start(1), 5, 0.5, 0.5);
    assertThat(constant.decide(live, Stall.GRADIENT, 40))
        .isEqualTo(new RestartDecision(new Next.Fresh(3), 0, null));
    assertThat(constant.decide(live, Stall.GRADIENT, 40).number()).isOne();
    assertThat(constant.optima()).isOne();
    assertThat(constant.lost(1, 40)).isNull();
  }

  @Test
  void aStrategyIsToldOfTheDescentThatEnded() {
    script.decisions.add(new Next.Fresh(2));
    RestartDecision decision =
        coordinator.decide(point(start(1), 5, 0.5, 0.25), Stall.GRADIENT, 40);
    assertThat(decision).isEqualTo(new RestartDecision(new Next.Fresh(2), 0, null));
    assertThat(script.outcomes)
        .containsExactly(new Outcome(start(1), 20, 5, Stall.GRADIENT, 0, true, 30));
    assertThat(script.view.ended()).containsExactly(0.5, 0.25);
    assertThat(script.view.optima()).isOne();
    assertThat(script.view.best(1).get(0).value()).isEqualTo(5);
    assertThat(script.view.evaluationsLeft()).isOne();
  }

  @Test
  void anOptimumThatWasFoundAgainIsNotNew() {
    script.decisions.addAll(List.of(Next.NOTHING, Next.NOTHING));
    coordinator.decide(point(start(1), 5, 0.5, 0.5), Stall.GRADIENT, 40);
    coordinator.decide(point(start(2), 5, 0.5, 0.5), Stall.GRADIENT, 80);
    assertThat(script.outcomes.get(1).isNew()).isFalse();
    assertThat(script.outcomes.get(1).optimum()).isZero();
    assertThat(discovered).hasSize(1);
    assertThat(discovered.get(0).x()).containsExactly(5, 5);
    assertThat(discovered.get(0).firstSeen()).isEqualTo(40);
  }

  @Test
  void whatEndedOnAPlateauIsNoOptimum() {
    script.decisions.add(Next.NOTHING);
    coordinator.decide(point(start(1), 5, 0.5, 0.5), Stall.PLATEAU, 40);
    assertThat(script.outcomes.get(0).optimum()).isEqualTo(-1);
    assertThat(coordinator.optima()).isZero();
  }

  @Test
  void theShareOfEvaluationsThatIsLeftIsSeen() {
    RestartCoordinator limited =
        coordinator(new TestSettings().restart(script).budget(Budget.evaluations(200)));
    script.decisions.addAll(List.of(Next.NOTHING, Next.NOTHING));
    limited.decide(point(start(1), 5, 0.5, 0.5), Stall.GRADIENT, 50);
    assertThat(script.view.evaluationsLeft()).isEqualTo(0.75);
    limited.decide(point(start(1), 5, 0.5, 0.5), Stall.GRADIENT, 201);
    assertThat(script.view.evaluationsLeft()).isZero();
  }

  @Test
  void aStrategyThatFailsIsNamed() {
    LivePoint live = point(start(1), 5, 0.5, 0.5);
    assertThatThrownBy(() -> coordinator.decide(live, Stall.GRADIENT, 40))
        .isInstanceOfSatisfying(
            ComponentFailure.class,
            failure ->
                assertThat(failure.message())
                    .isEqualTo(
                        "the restart strategy failed: it decided null (expected: what comes"
                            + " next)"));
    script.failure = new ArithmeticException();
    assertThatThrownBy(() -> coordinator.decide(live, Stall.GRADIENT, 40))
        .isInstanceOfSatisfying(
            ComponentFailure.class,
            failure -> {
              assertThat(failure.message()).isEqualTo("the restart strategy failed");
              assertThat(failure.cause()).isSameAs(script.failure);
            });
  }

  @Test
  void aStrategyWithoutASessionIsNamed() {
    assertThatThrownBy(() -> coordinator(new TestSettings().restart(dimension -> null)))
        .hasMessage("restart: opened null (expected: a session)");
  }

  @Test
  void stallsAreAdmittedUpToTheirBudget() {
    RestartCoordinator limited = coordinator(new TestSettings().budget(Budget.stalls(2)));
    limited.admit();
    assertThat(termination.isEnded()).isFalse();
    limited.admit();
    assertThat(termination.ending()).isEqualTo(Ending.STALLS);
    assertThatThrownBy(limited::admit).isSameAs(StopSearch.INSTANCE);
  }

  @Test
  void startsWithoutAValueAreToldOnceAnOptimumIsKnown() {
    assertThat(coordinator.lost(7, 40)).isNull();
    script.decisions.addAll(List.of(Next.NOTHING, new Next.Fresh(4)));
    coordinator.decide(point(start(1), 5, 0.5, 0.5), Stall.GRADIENT, 40);
    assertThat(coordinator.lost(7, 40).next()).isEqualTo(new Next.Fresh(4));
    Outcome lost = script.outcomes.get(1);
    assertThat(lost.origin()).isEqualTo(start(7));
    assertThat(lost.stall()).isEqualTo(Stall.NOT_FINITE);
    assertThat(lost.evaluations()).isOne();
  }

  @Test
  void candidatesWithoutAValueAreToldWithWhereTheyLay() {
    script.decisions.add(Next.NOTHING);
    GivenPerturbation missed = new GivenPerturbation(new double[2], new double[2]);
    coordinator.missed(missed, 9, new double[] {0.5, 0.25}, 40);
    Outcome outcome = script.outcomes.get(0);
    assertThat(((Origin.Drawn) outcome.origin()).place())
        .isEqualTo(
            new Origin.Place(
                GivenPerturbation.SOURCE, 9, new double[] {5, 2.5}, new double[] {0.5, 0.25}));
    assertThat(outcome.evaluations()).isEqualTo(2);
    assertThat(outcome.value()).isNaN();
  }

  @Test
  void startsAreComparedWhileTheStrategyPrefersDistantOnes() {
    assertThat(coordinator.starts().areCompared()).isFalse();
    script.distant = true;
    script.decisions.add(Next.NOTHING);
    coordinator.decide(point(start(1), 5, 0.5, 0.5), Stall.GRADIENT, 40);
    assertThat(coordinator.starts().areCompared()).isTrue();
    assertThat(coordinator.starts().hasRoom()).isTrue();
    assertThat(coordinator.starts().add(2, 7, new double[] {0.5, 0.6})).isZero();
    assertThat(coordinator.starts().add(3, 8, new double[] {1, 1})).isZero();
    assertThat(coordinator.starts().waiting()).isEqualTo(2);
    assertThat(coordinator.starts().take()).isEqualTo(new WaitingStart(3, 8));
    assertThat(coordinator.starts().take()).isEqualTo(new WaitingStart(2, 7));
    assertThat(coordinator.starts().take()).isNull();
  }

  @Test
  void noiseIsFoundWhereAPolishedOptimumHasAnotherValue() {
    script.decisions.addAll(List.of(Next.NOTHING, Next.NOTHING));
    coordinator.decide(point(start(1), 20, 0.5, 0.5), Stall.GRADIENT, 40);
    Origin polish =
        new Origin.Polish(new Origin.Place(0, 3, new double[] {0.5, 0.5}, new double[] {0.5, 0.5}));
    coordinator.decide(point(polish, 5, 0.5, 0.5), Stall.GRADIENT, 80);
    assertThat(noise.isKnown()).isFalse();
    script.decisions.addAll(List.of(Next.NOTHING));
    LivePoint other = point(polish, 4, 0.5, 0.5);
    other.startValue = 21;
    coordinator.decide(other, Stall.GRADIENT, 80);
    assertThat(noise.isKnown()).isTrue();
  }

  @Test
  void itGoesOnFromACheckpoint() {
    script.distant = true;
    script.decisions.addAll(List.of(Next.NOTHING, Next.NOTHING));
    coordinator.decide(point(start(1), 5, 0.5, 0.5), Stall.GRADIENT, 40);
    coordinator.starts().add(2, 7, new double[] {0.5, 0.6});
    RestartCoordinator again = coordinator(new TestSettings().restart(script));
    again.restore(coordinator.save(), 1);
    assertThat(again.optima()).isOne();
    assertThat(again.starts().waiting()).isOne();
    assertThat(again.starts().take()).isEqualTo(new WaitingStart(2, 7));
    assertThat(again.starts().areCompared()).isTrue();
    assertThat(again.decide(point(start(3), 6, 0.1, 0.1), Stall.GRADIENT, 80).number()).isOne();
    SearchTotals totals = new SearchTotals(2);
    totals.offer(5, new double[] {0.5, 0.5}, null);
    assertThat(again.found(totals).optima()).extracting(Optimum::value).containsExactly(5.0, 6.0);
  }

  @Test
  void stallsBeforeACheckpointCount() {
    TestSettings settings = new TestSettings().restart(script).budget(Budget.stalls(2));
    RestartCoordinator again = coordinator(settings);
    again.restore(coordinator.save(), 1);
    again.admit();
    assertThat(termination.ending()).isEqualTo(Ending.STALLS);
  }

  @Test
  void whatAnotherStrategyHasLearnedIsRefused() {
    RestartCoordinator other = coordinator(new TestSettings().restart(RestartStrategy.none()));
    assertThatThrownBy(() -> coordinator.restore(other.save(), 0))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("restart: cannot go on from the checkpoint: ");
  }

  @Test
  void theBestOptimaAreInWorkingCoordinates() {
    script.decisions.addAll(List.of(Next.NOTHING, Next.NOTHING));
    coordinator.decide(point(start(1), 5, 0.5, 0.5), Stall.GRADIENT, 40);
    coordinator.decide(point(start(2), 4, 0.25, 0.5), Stall.GRADIENT, 80);
    List<Optimum> best = coordinator.bestOptima(1);
    assertThat(best).hasSize(1);
    assertThat(best.get(0).x()).containsExactly(0.25, 0.5);
    assertThat(coordinator.bestOptima(9)).hasSize(2);
  }
}
