package org.multidescent.engine.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.descent.Descent;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.FailurePolicy;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.start.Starts;

/** Makes the settings of a small search, for tests of single classes; all but a few are given. */
public final class TestSettings {

  private static final long SEED = 5;

  private Problem problem = Problem.of(x -> x[0] * x[0] + x[1] * x[1], Box.cube(-1, 2, 2));
  private int initial = 4;
  private int first = 4;
  private int workers = 1;
  private int lanes;
  private int slice = Integer.MAX_VALUE;
  private double coarseShare;
  private FrontierKind frontier = FrontierKind.LOCKED;
  private RestartStrategy restart = RestartStrategy.fresh(1);
  private Budget budget = Budget.unlimited();
  private FailurePolicy failures = FailurePolicy.stop();
  private @Nullable Path file;
  private Duration every = Duration.ofHours(1);
  private @Nullable Snapshot resumed;

  public TestSettings problem(Problem other) {
    problem = other;
    return this;
  }

  /** Sets how many starts are evaluated before any descent. */
  public TestSettings starts(int count) {
    return starts(count, count);
  }

  /** Sets how many starts are evaluated at first, and how many of them before any descent. */
  public TestSettings starts(int count, int before) {
    initial = count;
    first = before;
    return this;
  }

  public TestSettings workers(int count) {
    workers = count;
    return this;
  }

  public TestSettings lanes(int count) {
    lanes = count;
    return this;
  }

  public TestSettings slice(int steps) {
    slice = steps;
    return this;
  }

  public TestSettings coarseShare(double share) {
    coarseShare = share;
    return this;
  }

  public TestSettings frontier(FrontierKind kind) {
    frontier = kind;
    return this;
  }

  public TestSettings restart(RestartStrategy strategy) {
    restart = strategy;
    return this;
  }

  public TestSettings budget(Budget limits) {
    budget = limits;
    return this;
  }

  public TestSettings failures(FailurePolicy policy) {
    failures = policy;
    return this;
  }

  /** Has checkpoints kept. */
  public TestSettings file(@Nullable Path path) {
    file = path;
    return this;
  }

  public TestSettings every(Duration interval) {
    every = interval;
    return this;
  }

  public TestSettings resumed(Snapshot snapshot) {
    resumed = snapshot;
    return this;
  }

  /** Returns what is done so that nothing is lost. */
  public SafetySettings safety() {
    return new SafetySettings(failures, false, file, every, resumed);
  }

  /** Returns the settings. */
  public SearchSettings make() {
    return new SearchSettings(
        new PathSettings(
            problem,
            WorkingCoordinates.unitBox(problem),
            SEED,
            new StartSettings(Starts.sobol(), initial, first, Math.min(initial, 4)),
            Descent.standard(problem),
            coarseShare,
            restart,
            slice,
            lanes),
        budget,
        new ExecutionSettings(workers, frontier, SharingMode.NEVER, safety()));
  }
}
