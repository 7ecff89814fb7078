package org.multidescent.bench.jmh;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.multidescent.Search;
import org.multidescent.bench.telemetry.HdrProbes;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * What does it cost to be watched? An operation is a search of the article's kind with the
 * article's function, which takes some tens of nanoseconds, so that the clock would cost more than
 * what it measures. The goal is at most 3 % for each kind of watching, against none.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Threads(1)
@Warmup(iterations = 3)
@Measurement(iterations = 10)
public class TelemetryBenchmark {

  private static final long CALLS = 10_000_000;

  /** Worker threads. */
  @Param("1")
  public int workers;

  private final Problem problem = TestProblems.named("article100").problem().withoutGradient();
  private long seed;

  /** Takes another seed for each search, the same sequence for all. */
  @Setup(Level.Invocation)
  public void nextSeed() {
    seed++;
  }

  /** Nobody watches. */
  @Benchmark
  public Result off() {
    return search().run();
  }

  /** Somebody listens to the progress, so that the shares of time are sampled. */
  @Benchmark
  public Result progress(Blackhole hole) {
    return search().onProgress(Duration.ofMillis(100), (Progress told) -> hole.consume(told)).run();
  }

  /** Each worker fills histograms. */
  @Benchmark
  public Result histograms() {
    return search().probes(new HdrProbes()).run();
  }

  private Search search() {
    return Search.article(problem)
        .initialStarts(1000)
        .seed(seed)
        .workers(workers)
        .budget(Budget.evaluations(CALLS));
  }
}
