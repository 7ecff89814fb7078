package org.multidescent.bench.jmh;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.multidescent.Search;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many calls and steps a second does the engine make on its worker threads, and how many calls
 * does it need to a target, against as many threads that run independent plain descents of the same
 * kind?
 *
 * <p>An operation is a whole search, which starts its own threads. {@code throughput} ends after
 * 300,000 calls, and its rates of calls and steps are reported; {@code toTarget} and {@code
 * plainToTarget} end at the article's target and count the calls made until then by all threads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Threads(1)
@Warmup(iterations = 10)
@Measurement(iterations = 20)
public class SearchBenchmark {

  private static final long CALLS = 300_000;
  private static final double TARGET = 0.01;

  /** Worker threads. */
  @Param({"1", "2"})
  public int workers;

  private final Problem problem = TestProblems.named("article100").problem().withoutGradient();
  private @Nullable ExecutorService pool;
  private long seed;

  /** Starts the threads of the plain descents; the engine starts its own. */
  @Setup
  public void open() {
    pool = Executors.newFixedThreadPool(workers);
  }

  /** Ends those threads. */
  @TearDown
  public void close() {
    Objects.requireNonNull(pool).shutdownNow();
  }

  /** Takes another seed for each search, the same sequence for every contender. */
  @Setup(Level.Invocation)
  public void nextSeed() {
    seed++;
  }

  /** What the searches of an iteration did; JMH divides by its time. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Rates {

    /** Calls of the objective. */
    public long calls;

    /** Steps. */
    public long steps;

    /** Forgets the last iteration's. */
    @Setup(Level.Iteration)
    public void reset() {
      calls = 0;
      steps = 0;
    }
  }

  /** What the searches did; JMH adds up all shots, so divide by their number. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Totals {

    /** Calls of the objective. */
    public long calls;

    /** Steps. */
    public long steps;

    /** Forgets the last shot's. */
    @Setup(Level.Iteration)
    public void reset() {
      calls = 0;
      steps = 0;
    }
  }

  /** The engine in article mode, up to a number of calls. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 3, time = 1)
  @Measurement(iterations = 5, time = 1)
  public Result throughput(Rates rates) {
    Result result = ended(article().budget(Budget.evaluations(CALLS)).run(), Ending.EVALUATIONS);
    rates.calls += result.progress().evaluations();
    rates.steps += result.progress().steps();
    return result;
  }

  /** The engine in article mode, up to the target. */
  @Benchmark
  public Result toTarget(Totals totals) {
    Result result = ended(article().budget(Budget.target(TARGET)).run(), Ending.TARGET);
    totals.calls += result.progress().evaluations();
    totals.steps += result.progress().steps();
    return result;
  }

  /** Independent plain descents on as many threads, until one of them reaches the target. */
  @Benchmark
  public long plainToTarget(Totals totals) throws InterruptedException, ExecutionException {
    PlainDescents descents = PlainDescents.toTarget(problem, TARGET, seed, workers);
    ExecutorService threads = Objects.requireNonNull(pool);
    for (Future<?> lane :
        IntStream.range(0, workers)
            .mapToObj(index -> threads.submit(descents.lane(index)))
            .toList()) {
      lane.get();
    }
    totals.calls += descents.calls();
    totals.steps += descents.steps();
    return descents.calls();
  }

  private Search article() {
    return Search.article(problem).initialStarts(1000).seed(seed).workers(workers);
  }

  private static Result ended(Result result, Ending expected) {
    if (result.ending() != expected) {
      throw new IllegalStateException("ended by " + result.ending() + ", not " + expected);
    }
    return result;
  }
}
