package org.multidescent.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.multidescent.report.Result;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does the engine cost beyond the objective? The rate of calls of the whole engine, 100,000
 * starts included, divided by that of a bare loop is its efficiency. The loop's calls are free to
 * overlap in {@code free}; in {@code chained} each waits for the one before. {@code descents} takes
 * the same descents one after the other, without an engine: the engine's rate divided by theirs is
 * what the engine alone costs. For a machine that is not quiet see {@link Efficiency}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Threads(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EfficiencyBenchmark {

  private static final long STARTS = 100_000;
  private static final long SHORTEST_RUN_NANOS = 1_000_000_000;
  private static final long ARTICLE_NANOS = 30;

  /** The step rule. */
  @Param({"euler", "lbfgs", "bfgs"})
  public String rule = "euler";

  /** Steps a slice; 0 for whole descents. */
  @Param({"64", "0", "1"})
  public int slice;

  /** What a call costs beside the article's function, about, in nanoseconds. */
  @Param({"0", "100", "1000", "10000"})
  public long nanos;

  /** Threads of the engine and of the bare loop. */
  @Param({"1", "2", "8"})
  public int workers;

  private Workload workload = new Workload("euler", 0, 0, 1);
  private long calls;
  private long seed;

  /** Calls made; JMH divides by the time. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Rates {

    /** Calls of the objective. */
    public long calls;

    /** Forgets the last iteration's. */
    @Setup(Level.Iteration)
    public void reset() {
      calls = 0;
    }
  }

  /** Prepares the engine and the loop. */
  @Setup
  public void prepare() {
    workload = new Workload(rule, slice, nanos, workers);
    calls = 2 * STARTS + SHORTEST_RUN_NANOS / (nanos + ARTICLE_NANOS);
  }

  /**
   * The engine.
   *
   * @param rates receives the calls
   * @return what it found
   */
  @Benchmark
  public Result engine(Rates rates) {
    rates.calls += calls;
    return workload.engine(calls, seed++);
  }

  /**
   * The descents alone.
   *
   * @param rates receives the calls
   * @return the calls
   * @throws InterruptedException if interrupted
   */
  @Benchmark
  public long descents(Rates rates) throws InterruptedException {
    long made = workload.descents(calls, seed++);
    rates.calls += made;
    return made;
  }

  /**
   * The loop whose calls do not wait for each other.
   *
   * @param rates receives the calls
   * @return a sum of the values
   * @throws InterruptedException if interrupted
   */
  @Benchmark
  public double free(Rates rates) throws InterruptedException {
    rates.calls += calls;
    return workload.bare(calls, Workload.FREE);
  }

  /**
   * The loop each of whose calls waits for the one before.
   *
   * @param rates receives the calls
   * @return a sum of the values
   * @throws InterruptedException if interrupted
   */
  @Benchmark
  public double chained(Rates rates) throws InterruptedException {
    rates.calls += calls;
    return workload.bare(calls, Workload.CHAINED);
  }
}
