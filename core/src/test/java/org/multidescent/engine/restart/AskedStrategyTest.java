package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multidescent.catalogue.Catalogue;
import org.multidescent.catalogue.Tolerance;
import org.multidescent.checkpoint.SavedRestart;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.budget.ComponentFailure;
import org.multidescent.engine.budget.NoiseState;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Origin;
import org.multidescent.restart.Next;
import org.multidescent.restart.Outcome;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.restart.SearchView;

class AskedStrategyTest {

  private static final Problem PROBLEM = Problem.of(x -> x[0], Box.cube(0, 10, 2));
  private static final double[] ENDED = {0.25, 0.5};

  /** Goes on from one state alone, and is asked by the test itself. */
  private static final class Picky implements RestartStrategy, RestartStrategy.Session {

    @Override
    public Session open(int dimension) {
      return this;
    }

    @Override
    public @Nullable Next next(Outcome outcome, SearchView view) {
      throw new AssertionError("not asked");
    }

    @Override
    public double[] save() {
      return new double[] {4};
    }

    @Override
    public void restore(double[] saved) {
      if (saved[0] != 4) {
        throw new IllegalStateException("not mine");
      }
    }
  }

  private final Catalogue catalogue =
      new Catalogue(2, Tolerance.standard(2, 0), Catalogue.CAPACITY, 0);
  private final ComparedStarts starts = new ComparedStarts(WorkingCoordinates.unitBox(PROBLEM));
  private final AskedStrategy strategy = asked(Budget.evaluations(100));

  private static AskedStrategy asked(Budget budget) {
    return new AskedStrategy(
        new TestSettings().problem(PROBLEM).restart(new Picky()).budget(budget).make(),
        NoiseState.none());
  }

  private RestartDecision ask(@Nullable Next answer) {
    return strategy.ask((session, view) -> answer, catalogue, starts, ENDED, 75);
  }

  private static SavedRestart saved(double state) {
    byte[] nothing = {};
    return new SavedRestart(9, new double[] {state}, nothing, nothing, nothing);
  }

  @Test
  void decisionsAreNumberedInOrder() {
    assertThat(ask(Next.NOTHING).number()).isZero();
    assertThat(strategy.next()).isOne();
    assertThat(ask(new Next.Fresh(2))).isEqualTo(new RestartDecision(new Next.Fresh(2), 2, null));
    assertThat(strategy.decisions()).isEqualTo(3);
  }

  @Test
  void theViewIsOfNow() {
    strategy.ask(
        (session, view) -> {
          assertThat(session).isSameAs(strategy.session());
          assertThat(view.ended()).containsExactly(ENDED);
          assertThat(view.evaluationsLeft()).isEqualTo(0.25);
          assertThat(view.optima()).isZero();
          return Next.NOTHING;
        },
        catalogue,
        starts,
        ENDED,
        75);
  }

  @Test
  void withoutALimitAllIsLeft() {
    asked(Budget.stalls(3))
        .ask(
            (session, view) -> {
              assertThat(view.evaluationsLeft()).isOne();
              return Next.NOTHING;
            },
            catalogue,
            starts,
            ENDED,
            75);
  }

  @Test
  void theRunIsResumedThatIsNamed() {
    LivePoint first = new LivePoint(new TestSettings().make().path().descent().newPoint(2));
    LivePoint second = new LivePoint(new TestSettings().make().path().descent().newPoint(2));
    strategy.runs().add(first);
    LivePoint third = new LivePoint(new TestSettings().make().path().descent().newPoint(2));
    second.origin = new Origin.Start(7);
    strategy.runs().add(second);
    strategy.runs().add(third);
    strategy.ask(
        (session, view) -> {
          assertThat(view.pausedRuns()).isEqualTo(3);
          assertThat(view.pausedRun(1)).isEqualTo(second.origin);
          return Next.NOTHING;
        },
        catalogue,
        starts,
        ENDED,
        75);
    assertThat(ask(new Next.Resume(2)).resumed()).isSameAs(third);
    assertThat(ask(Next.RESUME).resumed()).isSameAs(first);
    assertThat(ask(Next.NOTHING).resumed()).isNull();
    assertThat(ask(Next.RESUME).resumed()).isSameAs(second);
    assertThatThrownBy(() -> ask(Next.RESUME))
        .isInstanceOf(ComponentFailure.class)
        .hasMessageContaining("decided to resume (expected: while a run waits)");
  }

  @Test
  void whatTheStrategyThrowsSaysSo() {
    assertThatThrownBy(() -> ask(null))
        .isInstanceOf(ComponentFailure.class)
        .hasMessageContaining("decided null (expected: what comes next)");
    assertThatThrownBy(
            () ->
                strategy.ask(
                    (session, view) -> {
                      throw new StackOverflowError();
                    },
                    catalogue,
                    starts,
                    ENDED,
                    75))
        .isInstanceOf(ComponentFailure.class)
        .hasMessage("the restart strategy failed")
        .hasCauseInstanceOf(StackOverflowError.class);
  }

  @Test
  void goesOnFromACheckpointUnlessTheStrategyRefuses() {
    strategy.restore(saved(4));
    assertThat(strategy.decisions()).isEqualTo(9);
    assertThatThrownBy(() -> strategy.restore(saved(5)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("restart: cannot go on from the checkpoint")
        .hasMessageContaining("not mine");
  }

  @Test
  void aStrategyThatOpensNothingIsRefused() {
    RestartStrategy none = dimension -> null;
    assertThatThrownBy(
            () ->
                new AskedStrategy(
                    new TestSettings().problem(PROBLEM).restart(none).make(), NoiseState.none()))
        .hasMessageContaining("restart: opened null (expected: a session)");
  }
}
