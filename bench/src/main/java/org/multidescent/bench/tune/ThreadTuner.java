package org.multidescent.bench.tune;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

/**
 * Finds out how many threads to use for an objective on this machine. Measures what an evaluation
 * costs, whether threads may share the objective, and the rate of real searches at several numbers
 * of workers, in rounds of random order so that drift does not favour one; fits the Universal
 * Scalability Law; recommends.
 *
 * <pre>{@code
 * Tuning tuning = ThreadTuner.of(problem).named("my model").tune();
 * System.out.println(tuning.markdown());
 * tuning.write(Path.of("tuning"));
 * }</pre>
 *
 * <p>A tuner is immutable. While one works nothing else should: what other programs take from the
 * processors is accounted for where the system tells it (Linux), and makes the intervals wider.
 */
public final class ThreadTuner {

  /** A slice that lasts until a descent stalls. */
  public static final int WHOLE_DESCENTS = Integer.MAX_VALUE;

  private static final int POSITIONS = 1024;
  private static final long SEED = 1;
  private static final double COST_SHARE = 0.1;
  private static final double LONGEST_COST = 10e9;
  private static final int MOST_CHECKED = 20_000;
  private static final int FEWEST_CHECKED = 8;
  private static final double EVALUATIONS_IN_SAMPLE = 60;
  private static final double SHORTEST_SAMPLE = 0.25e9;
  private static final double LONGEST_SAMPLE = 2e9;

  private final Problem problem;
  private final Machine machine;
  private String name = "problem";
  private Duration duration = Duration.ofSeconds(30);
  private int[] workers;
  private int slice = WHOLE_DESCENTS;
  private BooleanSupplier stop = () -> false;
  private Consumer<String> log = line -> {};

  private ThreadTuner(Problem problem) {
    this.problem = Objects.requireNonNull(problem, "problem: null (expected: a problem)");
    this.machine = Machine.here();
    this.workers = WorkerCounts.of(machine);
  }

  private ThreadTuner(ThreadTuner other) {
    problem = other.problem;
    machine = other.machine;
    name = other.name;
    duration = other.duration;
    workers = other.workers;
    slice = other.slice;
    stop = other.stop;
    log = other.log;
  }

  /**
   * Returns a tuner for a problem, with every setting at its default.
   *
   * @param problem what searches will minimise
   * @return the tuner
   */
  public static ThreadTuner of(Problem problem) {
    return new ThreadTuner(problem);
  }

  /**
   * Sets what the report calls the problem.
   *
   * @param name a short name
   * @return the tuner with that name
   */
  public ThreadTuner named(String name) {
    Objects.requireNonNull(name, "name: null (expected: a short name)");
    return with(tuner -> tuner.name = name);
  }

  /**
   * Sets how long to measure, about. Fewer than 3 rounds are never made, so a expensive objective
   * may take longer; a steady machine may end earlier.
   *
   * @param duration longer than zero; 30 seconds by default
   * @return the tuner with that duration
   * @throws IllegalArgumentException if the duration is zero or negative
   */
  public ThreadTuner duration(Duration duration) {
    Objects.requireNonNull(duration, "duration: null (expected: a duration)");
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("duration: " + duration + " (expected: longer than zero)");
    }
    return with(tuner -> tuner.duration = duration);
  }

  /**
   * Sets which numbers of workers are measured, beside 1.
   *
   * @param workers each 1 or more; by default 1, 2, 3, 4, 6, 8 and so on up to the available
   *     processors, and one and a half and two times those
   * @return the tuner with those numbers
   * @throws IllegalArgumentException if there is none, or one is below 1
   */
  public ThreadTuner workers(int... workers) {
    if (workers.length == 0) {
      throw new IllegalArgumentException("workers: none (expected: one number or more)");
    }
    for (int each : workers) {
      requirePositive("workers", each);
    }
    int[] sorted =
        IntStream.concat(IntStream.of(1), IntStream.of(workers)).sorted().distinct().toArray();
    return with(tuner -> tuner.workers = sorted);
  }

  /**
   * Sets the slice the searches will use.
   *
   * @param steps 1 or more; {@link #WHOLE_DESCENTS} by default
   * @return the tuner with that slice
   * @throws IllegalArgumentException if {@code steps} is below 1
   */
  public ThreadTuner slice(int steps) {
    requirePositive("slice", steps);
    return with(tuner -> tuner.slice = steps);
  }

  /**
   * Sets who is told what is being measured.
   *
   * @param listener takes a line of text; called by the tuning thread
   * @return the tuner with that listener
   */
  public ThreadTuner onProgress(Consumer<String> listener) {
    Objects.requireNonNull(listener, "listener: null (expected: a consumer of lines)");
    return with(tuner -> tuner.log = listener);
  }

  /**
   * Sets what ends the measurements early: the recommendation then rests on the rounds finished so
   * far.
   *
   * @param condition asked before each sample, of two seconds at most unless the objective takes
   *     longer
   * @return the tuner with that condition
   */
  public ThreadTuner stopWhen(BooleanSupplier condition) {
    Objects.requireNonNull(condition, "condition: null (expected: a condition)");
    return with(tuner -> tuner.stop = condition);
  }

  /**
   * Measures and recommends; takes about as long as was set.
   *
   * @return what was found
   * @throws TuningStopped if stopped before the first round was finished
   * @throws org.multidescent.SearchFailedException if the objective threw in a search
   * @throws IllegalStateException if the thread is interrupted
   */
  public Tuning tune() {
    log.accept("cost of an evaluation ...");
    CostProfile cost = cost(positions());
    log.accept("thread-safety ...");
    ThreadSafety safety = safety(cost);
    if (safety == null) {
      throw new TuningStopped(name, cost, null, List.of());
    }
    Problem measured = safety.isUnsafe() ? problem.serial() : problem;
    Duration window = window(cost);
    RateMeter meter = new RateMeter(count -> search(measured, count), machine.processors(), window);
    Rounds rounds =
        new Rounds(workers, machine.processors(), meter::measure, System::nanoTime, stop, log);
    Measurements measurements =
        rounds.measure((long) ((1 - 2 * COST_SHARE) * duration.toNanos()), SEED);
    if (measurements.rounds() == 0) {
      throw new TuningStopped(name, cost, safety, rounds.first());
    }
    return conclude(cost, safety, window, measurements);
  }

  private Tuning conclude(
      CostProfile cost, ThreadSafety safety, Duration window, Measurements measurements) {
    Forecast forecast =
        new Forecaster(measurements.workers(), measurements.rates(), machine.processors())
            .forecast(SEED);
    Evidence evidence =
        new Evidence(
            machine.processors(),
            problem.dimension(),
            problem.isDifferentiable(),
            cost,
            safety,
            measurements.workerRates(),
            measurements.takeTurns(),
            slice,
            measurements.profile());
    return new Tuning(
        name,
        machine,
        cost,
        safety,
        window,
        measurements.workerRates(),
        forecast,
        Advisor.advise(evidence));
  }

  private CostProfile cost(double[][] positions) {
    try (QueueWait wait = new QueueWait()) {
      return new CostMeter(System::nanoTime, wait, stop)
          .measure(problem.evaluator(), positions, (long) costNanos());
    }
  }

  private double costNanos() {
    return Math.min(LONGEST_COST, COST_SHARE * duration.toNanos());
  }

  private Search search(Problem measured, int workers) {
    return Search.of(measured).workers(workers).slice(slice);
  }

  /** Returns what the self-test says; null if stopped before it had an answer. */
  private @Nullable ThreadSafety safety(CostProfile cost) {
    int threads = Math.max(4, Math.min(16, 2 * machine.processors()));
    double each = cost.mean() * (2 + threads);
    double affordable = costNanos() / Math.max(1, each);
    int count = (int) Math.max(FEWEST_CHECKED, Math.min(MOST_CHECKED, affordable));
    return SafetyCheck.checkUnless(stop, problem, SEED, count, threads);
  }

  private static Duration window(CostProfile cost) {
    double wanted = EVALUATIONS_IN_SAMPLE * cost.mean();
    return Duration.ofNanos((long) Math.max(SHORTEST_SAMPLE, Math.min(LONGEST_SAMPLE, wanted)));
  }

  private double[][] positions() {
    SplittableRandom random = new SplittableRandom(SEED);
    Box box = problem.startBox();
    double[][] positions = new double[POSITIONS][problem.dimension()];
    for (double[] x : positions) {
      for (int i = 0; i < x.length; i++) {
        x[i] = box.lower(i) + random.nextDouble() * box.width(i);
      }
    }
    return positions;
  }

  private ThreadTuner with(Consumer<ThreadTuner> change) {
    ThreadTuner copy = new ThreadTuner(this);
    change.accept(copy);
    return copy;
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: 1 or more)");
    }
  }
}
