package org.multidescent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.multidescent.checkpoint.CheckpointFile;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.descent.Descent;
import org.multidescent.engine.SearchEngine;
import org.multidescent.engine.checkpoint.Fingerprint;
import org.multidescent.engine.restart.Finisher;
import org.multidescent.engine.restart.Replayer;
import org.multidescent.engine.settings.FrontierKind;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.SharingMode;
import org.multidescent.learning.SampledSteps;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.report.Probe;
import org.multidescent.report.Progress;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.start.Starts;
import org.multidescent.util.Require;

/**
 * A search for the least value of a problem: what to do, until when, and on how many threads.
 *
 * <p>A search is immutable: each setting returns a new one, and one search may be run many times.
 * It needs nothing but a problem; all else has a default.
 *
 * <pre>{@code
 * Problem problem = Problem.of(x -> rastrigin(x), Box.cube(-5.12, 5.12, 10));
 * Result result = Search.of(problem)
 *     .seed(42)
 *     .budget(Budget.target(1e-6).or(Budget.evaluations(1_000_000)))
 *     .run();
 * }</pre>
 *
 * <p>What most searches say:
 *
 * <ul>
 *   <li>until when: {@link #budget}; on how many threads: {@link #workers}; with which random
 *       numbers: {@link #seed};
 *   <li>where to begin: {@link #starts};
 *   <li>who is told: {@link #onProgress}, {@link #onBest}, {@link #onOptimum};
 *   <li>what happens when the objective or the machine fails: {@link #failures}, {@link
 *       #checkpoint}, then {@link #resume} and {@link #more};
 *   <li>the same result on any number of threads: {@link #reproducible()};
 *   <li>and after it: {@link #finish}, {@link #replay(Optimum)}.
 * </ul>
 *
 * <p>What only experiments with the method itself change: {@link #descent}, {@link #restart},
 * {@link #initialStarts}, {@link #coarseShare}, {@link #slice}, {@link #ownCoordinates}, {@link
 * #exactFrontier}, {@link #relaxedFrontier}, {@link #shareEvaluations}, {@link #probes}.
 */
public final class Search {

  /** The calls a search without a budget makes, for each coordinate. */
  public static final long DEFAULT_EVALUATIONS_PER_COORDINATE = 10_000;

  /** The lanes of a reproducible search, if nothing else is said. */
  public static final int DEFAULT_LANES = 8;

  private static final DescentSummary ALONE =
      new DescentSummary(Long.MAX_VALUE, Double.POSITIVE_INFINITY, true, DescentEnd.UNDER_WAY);
  private static final int MOST_LANES = 1024;

  private final Problem problem;
  private final ChosenPath path;
  private final ChosenExecution execution;
  private Budget budget;

  private Search(Problem problem) {
    this.problem = Objects.requireNonNull(problem, "problem: null (expected: a problem)");
    this.path = new ChosenPath(problem);
    this.execution = new ChosenExecution();
    this.budget = Budget.evaluations(DEFAULT_EVALUATIONS_PER_COORDINATE * problem.dimension());
  }

  private Search(Search other) {
    problem = other.problem;
    path = other.path.copy();
    execution = other.execution.copy();
    budget = other.budget;
  }

  /**
   * Returns a search for the least value of a problem, with every setting at its default.
   *
   * @param problem what is to be minimised
   * @return the search
   */
  public static Search of(Problem problem) {
    return new Search(problem);
  }

  /**
   * Returns the search of the article "The Gradient Descent We Deserve", to the letter: 100,000
   * uniform starts; Euler steps of 0.01 along forward differences of width 0.001, in the problem's
   * own coordinates; one step at a time from the best point; a point whose last 20 positions lie
   * within 0.01 is stuck and replaced by one new start; until a value of 0.01 is found or 1,000,000
   * steps are taken. Each of these is a setting.
   *
   * @param problem what is to be minimised
   * @return the search
   */
  public static Search article(Problem problem) {
    return ArticleSearch.of(problem);
  }

  /**
   * Sets the seed of all random numbers.
   *
   * @param seed any number; 0 by default
   * @return the search with that seed
   */
  public Search seed(long seed) {
    return with(search -> search.path.seed = seed);
  }

  /**
   * Sets how many threads work.
   *
   * @param workers 1 or more; by default as many as processors are available
   * @return the search with as many workers
   * @throws IllegalArgumentException if {@code workers} is below 1
   */
  public Search workers(int workers) {
    Require.atLeast("workers", workers, 1);
    return with(search -> search.execution.workers = workers);
  }

  /**
   * Sets where starts lie. Unless {@link #initialStarts} says otherwise, a descent begins from the
   * first of them at once.
   *
   * @param starts a sequence of starts; by default one beside the centre of the box, then a shifted
   *     Sobol sequence
   * @return the search with those starts
   * @throws IllegalArgumentException if a given start does not lie in the problem's box
   */
  public Search starts(Starts starts) {
    Objects.requireNonNull(starts, "starts: null (expected: a sequence of starts)");
    starts.validate(problem.startBox());
    return with(search -> search.path.starts = starts);
  }

  /**
   * Sets how many starts are evaluated before the first descent. Without this a descent begins from
   * the first start at once, and {@code max(workers, min(64, 2 dimension))} starts, with 16 instead
   * of 64 if there is a gradient, and lanes instead of workers if the search is reproducible, are
   * evaluated before any other descent: after the first one, or by other workers during it; a batch
   * objective gets all of them in its first call. A start without a value counts, and is replaced
   * when nothing else waits.
   *
   * @param starts 1 or more
   * @return the search with as many starts
   * @throws IllegalArgumentException if {@code starts} is below 1
   */
  public Search initialStarts(int starts) {
    Require.atLeast("starts", starts, 1);
    return with(
        search -> {
          search.path.initialStarts = starts;
          search.path.firstStarts = starts;
        });
  }

  /**
   * Sets how a descent goes.
   *
   * @param descent the step rule, the stall rule and the finite differences
   * @return the search with that descent
   */
  public Search descent(Descent descent) {
    Objects.requireNonNull(descent, "descent: null (expected: the rules of a descent)");
    if (problem.isConstrained() && !descent.steps().knowsConstraints()) {
      throw new IllegalArgumentException(
          "descent: a step rule that ignores constraints (expected: StepRule.sqp() or cmaes(...))");
    }
    if (descent.steps() instanceof SampledSteps && !problem.isSampled()) {
      throw new IllegalArgumentException(
          "descent: steps along sampled gradients (expected: a problem of Problems.sampled)");
    }
    return with(search -> search.path.descent = descent);
  }

  /**
   * Has steps measured in the problem's own coordinates, not as fractions of its box.
   *
   * @return the search in the problem's coordinates
   */
  public Search ownCoordinates() {
    return with(search -> search.path.unitBox = false);
  }

  /**
   * Sets how many descents begin with a coarse stage: finite differences that span a tenth of the
   * box, blind to ripples, until that stalls. Under inequalities they span a fifth, and the first
   * descent has no such stage; under equations and with a known gradient none has.
   *
   * @param share of the descents, 0 to 1; by default 0.3, under constraints 0.8
   * @return the search with that share
   * @throws IllegalArgumentException if the share is not in [0, 1]
   */
  public Search coarseShare(double share) {
    Require.that(share >= 0 && share <= 1, "share", share, "0 to 1");
    return with(search -> search.path.coarseShare = share);
  }

  /**
   * Sets what takes a stalled point's place.
   *
   * @param strategy the strategy
   * @return the search with that policy
   */
  public Search restart(RestartStrategy strategy) {
    Objects.requireNonNull(strategy, "restart: null (expected: a restart strategy)");
    return with(search -> search.path.restart(strategy));
  }

  /**
   * Sets how many steps a point takes before a worker looks whether a better one waits.
   *
   * @param steps 1 or more; by default a descent goes on to its stall
   * @return the search with that slice
   * @throws IllegalArgumentException if {@code steps} is below 1
   */
  public Search slice(int steps) {
    Require.atLeast("slice", steps, 1);
    return with(search -> search.path.slice = steps);
  }

  /**
   * Sets when the search ends.
   *
   * @param budget the limits; by default 10,000 calls for each coordinate
   * @return the search with that budget
   */
  public Search budget(Budget budget) {
    Objects.requireNonNull(budget, "budget: null (expected: a budget)");
    return with(search -> search.budget = budget);
  }

  /**
   * Sets what the search does about an objective that fails.
   *
   * @param policy the policy; by default the first exception ends the search
   * @return the search with that policy
   */
  public Search failures(FailurePolicy policy) {
    Objects.requireNonNull(policy, "policy: null (expected: a failure policy)");
    return with(search -> search.execution.failures = policy);
  }

  /**
   * Has the budget of time count from the end of the first call of the objective, which may load
   * classes, data or a licence.
   *
   * @return the search with a late clock
   */
  public Search clockAfterFirstCall() {
    return with(search -> search.execution.lateClock = true);
  }

  /**
   * Has the search keep its state in a file, at the start and from time to time, so that {@link
   * #resume} can go on from there after a crash, and once more at its end, so that a larger budget
   * can go on from there. A worker pauses only if it comes for its next task while the state is
   * copied; the file always holds one complete checkpoint.
   *
   * @param file where, in a directory that exists; a file of that name is replaced
   * @param every time between two checkpoints, longer than zero
   * @return the search with checkpoints
   * @throws IllegalArgumentException if the time is zero or negative
   */
  public Search checkpoint(Path file, Duration every) {
    Objects.requireNonNull(file, "file: null (expected: a path)");
    Objects.requireNonNull(every, "every: null (expected: a duration)");
    Duration interval = bounded("every", every);
    return with(
        search -> {
          search.execution.checkpointFile = file;
          search.execution.checkpointEvery = interval;
        });
  }

  /**
   * Returns the search that goes on from a checkpoint, and keeps further ones in the same file, at
   * the same interval. Seed, initial starts, slice, coarse share, lanes, coordinates, budget and
   * failure policy are those of the file. Starts, descent and restart strategy, unless they were
   * the defaults, must be set again, as they were; all else may be set as one likes.
   *
   * <p>What was used before counts: a search that had ended ends again as it did, at once, unless
   * it is allowed more with {@link #more}, or with a larger {@link #budget}.
   *
   * @param file the checkpoint
   * @param problem the problem, as it was
   * @return the search, which is refused when it is started if its settings are not those of the
   *     checkpoint
   * @throws CheckpointException if the file is no checkpoint, of another version, cut short,
   *     corrupted, or of another problem; it is left alone
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Search resume(Path file, Problem problem) {
    Objects.requireNonNull(file, "file: null (expected: a path)");
    Search search = of(problem);
    Snapshot snapshot;
    try {
      snapshot = Snapshot.decode(CheckpointFile.read(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "checkpoint: " + file + " (expected: a file that can be read)", unreadable);
    }
    Fingerprint.require(snapshot, problem);
    search.path.resume(snapshot);
    search.execution.resume(snapshot, file);
    search.budget = snapshot.budget();
    return search;
  }

  /**
   * Allows a search that goes on from a checkpoint so much more than it has used: with {@code
   * Budget.time(Duration.ofHours(8))} it takes eight hours from now, however long it had taken
   * before. A limit that is not given is none any more; a target not given stays.
   *
   * @param more what it may use from now on
   * @return the search with what was used, and this, as its budget
   * @throws IllegalStateException if the search does not go on from a checkpoint
   */
  public Search more(Budget more) {
    Objects.requireNonNull(more, "more: null (expected: a budget)");
    Snapshot resumed = execution.resumed;
    if (resumed == null) {
      throw new IllegalStateException(
          "more: a search that begins (expected: one that goes on from a checkpoint)");
    }
    Budget whole = more.after(resumed.counts(), Duration.ofNanos(resumed.elapsedNanos()));
    return with(
        search -> search.budget = whole.withTarget(Math.max(more.target(), budget.target())));
  }

  /**
   * Has the search keep no checkpoints, as is the default unless it {@linkplain #resume goes on}
   * from one.
   *
   * @return the search without checkpoints
   */
  public Search withoutCheckpoints() {
    return with(search -> search.execution.checkpointFile = null);
  }

  /**
   * Has points wait in one heap behind one lock: the point a worker takes is the best of all.
   * Without this the engine chooses between this and {@link #relaxedFrontier}.
   *
   * @return the search with an exact frontier
   */
  public Search exactFrontier() {
    return with(search -> search.execution.frontier = FrontierKind.LOCKED);
  }

  /**
   * Has points wait in several heaps a worker: the point a worker takes is among the best, and
   * workers hardly ever wait for each other.
   *
   * @return the search with a relaxed frontier
   */
  public Search relaxedFrontier() {
    return with(search -> search.execution.frontier = FrontierKind.RELAXED);
  }

  /**
   * Has the result depend on the problem, the settings and the seed alone, not on the number of
   * workers, the machine or its load: {@link #reproducible(int)} with {@value #DEFAULT_LANES}
   * lanes.
   *
   * @return the reproducible search
   */
  public Search reproducible() {
    return reproducible(DEFAULT_LANES);
  }

  /**
   * Has the result depend on the problem, the settings (the number of lanes is one) and the seed
   * alone, not on the number of workers, the machine or its load.
   *
   * <p>A descent is a task, and so are other pieces of work; as many tasks are under way at once as
   * there are lanes. A task is chosen with what is known of all tasks but the latest ones, as many
   * as lanes, and what happens in the search happens in the order of the tasks. Calls that workers
   * had made already for tasks after the one that reached the target, the wanted number of stalls
   * or a failure are not part of the result. No more workers are busy than there are lanes.
   *
   * <p>Excluded are limits of time; searches that were cancelled or interrupted; and objectives
   * that do not return the same value for the same position each time.
   *
   * <p>The {@linkplain #failures failure policy} holds; exceptions are counted task by task, and
   * those of the task with one too many are all in the result. Calls that hang are abandoned by the
   * clock, so that a search with one is not the same each time. One that goes on from a {@linkplain
   * #checkpoint checkpoint} ends with the same result as one that was never interrupted.
   *
   * @param lanes 1 to 1024; few lanes need fewer calls to the target, many keep more workers busy:
   *     about four times as many as workers, for nearly full speed
   * @return the reproducible search
   * @throws IllegalArgumentException if {@code lanes} is out of range
   */
  public Search reproducible(int lanes) {
    Require.that(lanes >= 1 && lanes <= MOST_LANES, "lanes", lanes, "1 to " + MOST_LANES);
    return with(search -> search.path.lanes = lanes);
  }

  /**
   * Sets whether workers that have no point of their own evaluate neighbours for the finite
   * differences of another worker's point, or candidates of a perturbation. The values are the same
   * to the last bit. Without this they do if an evaluation is expensive enough. A batch objective
   * is always given its positions in one call, by one worker. A {@linkplain #reproducible
   * reproducible} search does not share under constraints. A search that goes on from a checkpoint
   * may choose otherwise.
   *
   * @param split true: always, however cheap an evaluation is; false: never
   * @return the search with that setting
   */
  public Search shareEvaluations(boolean split) {
    return with(
        search -> search.execution.sharing = split ? SharingMode.ALWAYS : SharingMode.NEVER);
  }

  /**
   * Sets who is told of the progress, on a thread of its own; once more at the end. What the
   * listener throws is dropped.
   *
   * @param interval time between two reports, longer than zero
   * @param listener takes each snapshot
   * @return the search with that listener
   * @throws IllegalArgumentException if the interval is zero or negative
   */
  public Search onProgress(Duration interval, Consumer<? super Progress> listener) {
    Objects.requireNonNull(interval, "interval: null (expected: a duration)");
    Objects.requireNonNull(listener, "listener: null (expected: a consumer of progress)");
    Duration longest = bounded("interval", interval);
    return with(
        search -> {
          search.execution.interval = longest;
          search.execution.progressListener = listener;
        });
  }

  /**
   * Sets who is told of new best values, on a thread of its own: of the latest, some fifty times a
   * second at most, and of the last one in any case. What the listener throws is dropped.
   *
   * @param listener takes the position and the value; in a reproducible search as soon as it is
   *     found, before its turn in the order, so the last one may not be part of the result
   * @return the search with that listener
   */
  public Search onBest(Consumer<? super Result.Best> listener) {
    Objects.requireNonNull(listener, "listener: null (expected: a consumer of best values)");
    return with(search -> search.execution.bestListener = listener);
  }

  /**
   * Sets who is told of each new local optimum whose descent was finished, on a thread of its own.
   * Most descents are given up before, and a search may end in the middle of the descent that found
   * its best value: see {@link #onBest}. What the listener throws is dropped.
   *
   * @param listener takes each optimum as it was first seen
   * @return the search with that listener
   */
  public Search onOptimum(Consumer<? super Optimum> listener) {
    Objects.requireNonNull(listener, "listener: null (expected: a consumer of optima)");
    return with(search -> search.execution.optimumListener = listener);
  }

  /**
   * Has the durations of evaluations, slices and looks at the frontier measured, so rarely that it
   * costs a small part of the time. Without it, and without a listener of progress, nothing is
   * measured and nothing is spent.
   *
   * @param probes gives each worker, counted from 0, its probe; asked once for each worker when a
   *     search starts
   * @return the search with those probes
   */
  public Search probes(IntFunction<? extends Probe> probes) {
    Objects.requireNonNull(probes, "probes: null (expected: a function that gives probes)");
    return with(search -> search.execution.probes = probes);
  }

  /** Returns the lanes of a reproducible search; 0 for a free-running one. */
  int lanes() {
    return path.lanes;
  }

  /**
   * Runs the search and waits for its end. With one worker the search works on the calling thread;
   * if that is interrupted, the search ends within one evaluation, its result says so, and the
   * thread's interrupted status is set again. The objective may see the interrupt, too.
   *
   * @return what it found
   * @throws SearchFailedException if the objective threw an exception
   * @throws IllegalArgumentException if the search is {@linkplain #reproducible reproducible} and
   *     has a limit of time or a relaxed frontier
   * @throws CheckpointException if the search goes on from a checkpoint that is not its own
   * @throws UncheckedIOException if a checkpoint cannot be written
   */
  public Result run() {
    return new Running(SearchEngine.run(consistent(), execution.listeners())).await();
  }

  /**
   * Starts the search on threads of its own.
   *
   * @return the search at work
   * @throws IllegalArgumentException if the search is {@linkplain #reproducible reproducible} and
   *     has a limit of time or a relaxed frontier
   * @throws CheckpointException if the search goes on from a checkpoint that is not its own
   * @throws UncheckedIOException if a checkpoint cannot be written
   */
  public Running start() {
    return new Running(SearchEngine.start(consistent(), execution.listeners()));
  }

  /**
   * Finishes the lowest optima of a result whose descents were given up, or were under way when the
   * search ended: each is polished from there, the lowest first, until it can gain nothing more or
   * the evaluations are used up. Those that come to a position already known become one with it. So
   * {@code search.finish(result, 100, 10_000).optima()} lists up to a hundred local optima.
   *
   * <p>The evaluations are counted in the new result, beyond the search's budget. It is the same
   * each time for the same result. Optima may be {@linkplain #replay(Optimum) replayed} as any
   * other. Runs on the calling thread; what the objective throws is passed on. {@link
   * Result#completeness()} then counts the starts the optima list, up to {@value Optimum#STARTS}
   * each.
   *
   * @param result what this search found
   * @param optima how many are to be finished at most, 1 or more
   * @param evaluations how many may be made, 1 or more: never one more is
   * @return the result with those finished
   * @throws IllegalArgumentException if a number is below 1, or the result is of another dimension
   *     or a noisy or sampled objective
   */
  public Result finish(Result result, int optima, long evaluations) {
    Objects.requireNonNull(result, "result: null (expected: a result of this search)");
    return Finisher.run(settings(), result, optima, evaluations);
  }

  /**
   * Runs the descent of an optimum's best hit again, alone: the same path and the same number of
   * calls to the last bit, on whatever number of workers this search found the optimum. The first
   * starts, which tell how far values are spread, are evaluated once more; that is not counted.
   * Runs on the calling thread; what the objective throws is passed on.
   *
   * @param optimum an optimum of this search, or of one that differs in its workers or budget
   * @return the descent, as far as the optimum; its end is the optimum, also where that is a
   *     position on the way of a descent that has not stalled there
   * @throws IllegalArgumentException if the optimum is one of another dimension
   * @throws IllegalStateException if the {@linkplain #starts starts} fail
   */
  public Replay replay(Optimum optimum) {
    Objects.requireNonNull(optimum, "optimum: null (expected: an optimum of this search)");
    return Replayer.run(settings(), optimum.origin(), optimum.descent(), optimum.value());
  }

  /**
   * Runs a descent of this search alone, as one that knows of no other, and so does not give up
   * before its stall.
   *
   * @param origin where the descent began; of this search, or of one that differs in its workers or
   *     budget
   * @return the descent, up to its stall
   * @throws IllegalArgumentException if the origin is one of another dimension
   * @throws IllegalStateException if the {@linkplain #starts starts} fail
   */
  public Replay replay(Origin origin) {
    Objects.requireNonNull(origin, "origin: null (expected: where a descent began)");
    return Replayer.run(settings(), origin, ALONE, Double.NaN);
  }

  /** Returns all that decides which positions are asked for, by name: settings and budget. */
  Map<String, String> identity() {
    Map<String, String> identity = Fingerprint.of(settings());
    identity.put("budget of evaluations", Long.toString(budget.evaluations()));
    identity.put("budget of steps", Long.toString(budget.steps()));
    return identity;
  }

  private SearchSettings consistent() {
    SearchSettings settings = settings();
    settings.requireConsistent();
    return settings;
  }

  private SearchSettings settings() {
    return new SearchSettings(path.settings(problem, execution), budget, execution.settings());
  }

  /**
   * Returns what the search is to do, in one line.
   *
   * @return the number of coordinates, the budget, and all settings that are not the defaults
   */
  @Override
  public String toString() {
    return Described.of(problem, budget, path, execution);
  }

  private Search with(Consumer<Search> change) {
    Search copy = new Search(this);
    change.accept(copy);
    return copy;
  }

  /** Returns an interval longer than zero, that clocks can count. */
  private static Duration bounded(String name, Duration interval) {
    Duration positive = Require.positive(name, interval);
    return positive.compareTo(Budget.FOREVER) > 0 ? Budget.FOREVER : positive;
  }
}
