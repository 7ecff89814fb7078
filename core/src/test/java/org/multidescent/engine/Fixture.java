package org.multidescent.engine;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Descent;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.budget.EvaluationBudget;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.engine.budget.Incumbent;
import org.multidescent.engine.budget.NoiseState;
import org.multidescent.engine.budget.SearchTotals;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.restart.RestartCoordinator;
import org.multidescent.engine.restart.StartSource;
import org.multidescent.engine.restart.ValueScale;
import org.multidescent.engine.settings.ExecutionSettings;
import org.multidescent.engine.settings.FrontierKind;
import org.multidescent.engine.settings.PathSettings;
import org.multidescent.engine.settings.SafetySettings;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.SharingMode;
import org.multidescent.engine.settings.StartSettings;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.start.Starts;

/** Parts of a small search, for tests of single classes. */
final class Fixture {

  static final int DIMENSION = 2;

  private Fixture() {}

  static Problem problem() {
    return Problem.of(x -> x[0] * x[0] + x[1] * x[1], Box.cube(-1, 2, DIMENSION));
  }

  static SearchSettings settings(int initialStarts, int workers, int lanes, Budget budget) {
    return settings(initialStarts, workers, lanes, budget, null);
  }

  /** The settings of a search that keeps checkpoints; no file is written. */
  static SearchSettings kept(int initialStarts, int workers, int lanes, Budget budget) {
    return settings(initialStarts, workers, lanes, budget, Path.of("none"));
  }

  /** The settings of a search whose first start descends before the others are evaluated. */
  static SearchSettings leading(int initialStarts, int lanes, Budget budget) {
    return settings(initialStarts, 1, 1, lanes, budget, null);
  }

  private static SearchSettings settings(
      int initialStarts, int workers, int lanes, Budget budget, @Nullable Path file) {
    return settings(initialStarts, initialStarts, workers, lanes, budget, file);
  }

  private static SearchSettings settings(
      int initialStarts, int first, int workers, int lanes, Budget budget, @Nullable Path file) {
    Problem problem = problem();
    return new SearchSettings(
        new PathSettings(
            problem,
            WorkingCoordinates.unitBox(problem),
            5,
            new StartSettings(Starts.sobol(), initialStarts, first, Math.min(initialStarts, 4)),
            Descent.standard(),
            0,
            RestartStrategy.fresh(1),
            Integer.MAX_VALUE,
            lanes),
        budget,
        new ExecutionSettings(
            workers,
            FrontierKind.LOCKED,
            SharingMode.NEVER,
            new SafetySettings(FailurePolicy.stop(), false, file, Duration.ofHours(1), null)));
  }

  static EngineState state(SearchSettings settings) {
    Termination termination = new Termination();
    return new EngineState(
        settings,
        termination,
        new Incumbent(),
        new SearchTotals(DIMENSION),
        new FaultRecorder(0),
        EngineState.frontier(settings),
        new StartSource(
            settings.path().starts().sequence(),
            settings.path().seed(),
            settings.problem().startBox(),
            settings.path().coordinates()),
        new ValueScale(settings.path().starts().sample()),
        new RestartCoordinator(settings, termination, NoiseState.none(), optimum -> {}));
  }

  static LeasedLimits limits(EngineState state) {
    Budget budget = state.settings().budget();
    return new LeasedLimits(
        new EvaluationBudget(budget.evaluations(), 4, 1, state.termination(), Ending.EVALUATIONS),
        new EvaluationBudget(budget.steps(), 4, 1, state.termination(), Ending.STEPS),
        state.faults());
  }

  static Worker worker(EngineState state, Schedule schedule) {
    return new Worker(
        state,
        schedule,
        new SharingBoard(state.settings().execution().workers(), SharingMode.NEVER),
        null,
        0,
        evaluator -> {});
  }
}
