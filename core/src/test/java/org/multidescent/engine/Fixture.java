package org.multidescent.engine;

import java.nio.file.Path;
import org.multidescent.engine.budget.EvaluationBudget;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.engine.budget.Incumbent;
import org.multidescent.engine.budget.NoiseState;
import org.multidescent.engine.budget.SearchTotals;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.restart.RestartCoordinator;
import org.multidescent.engine.restart.StartSource;
import org.multidescent.engine.restart.ValueScale;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.SharingMode;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;

/** Parts of a small search, for tests of single classes. */
final class Fixture {

  static final int DIMENSION = 2;

  private Fixture() {}

  static SearchSettings settings(int initialStarts, int workers, int lanes, Budget budget) {
    return of(initialStarts, workers, lanes, budget).make();
  }

  /** The settings of a search that keeps checkpoints; no file is written. */
  static SearchSettings kept(int initialStarts, int workers, int lanes, Budget budget) {
    return of(initialStarts, workers, lanes, budget).file(Path.of("none")).make();
  }

  /** The settings of a search whose first start descends before the others are evaluated. */
  static SearchSettings leading(int initialStarts, int lanes, Budget budget) {
    return of(initialStarts, 1, lanes, budget).starts(initialStarts, 1).make();
  }

  private static TestSettings of(int initialStarts, int workers, int lanes, Budget budget) {
    return new TestSettings().starts(initialStarts).workers(workers).lanes(lanes).budget(budget);
  }

  static EngineState state(SearchSettings settings) {
    Termination termination = new Termination();
    NoiseState noise = NoiseState.of(settings);
    return new EngineState(
        settings,
        termination,
        new Incumbent(noise),
        new SearchTotals(settings.problem().dimension()),
        new FaultRecorder(settings.execution().safety().failures().tolerated()),
        EngineState.frontier(settings),
        new StartSource(
            settings.path().starts().sequence(),
            settings.path().seed(),
            settings.problem().startBox(),
            settings.path().coordinates()),
        new ValueScale(settings.path().starts().sample()),
        new RestartCoordinator(settings, termination, noise, optimum -> {}));
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
