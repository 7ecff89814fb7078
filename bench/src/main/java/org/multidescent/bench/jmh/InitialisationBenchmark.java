package org.multidescent.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Do all workers share the evaluation of the starts? 1,000 starts of an objective that takes a
 * millisecond of a processor's time; twice the workers should take half the time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Threads(1)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class InitialisationBenchmark {

  private static final int STARTS = 1000;
  private static final long NANOS = 1_000_000;

  /** Worker threads. */
  @Param({"1", "2"})
  public int workers;

  private final Problem problem = Problem.of(InitialisationBenchmark::slow, Box.cube(-1, 1, 2));

  /** A search that ends with its starts evaluated. */
  @Benchmark
  public Result starts() {
    Result result =
        Search.article(problem)
            .initialStarts(STARTS)
            .workers(workers)
            .budget(Budget.evaluations(STARTS))
            .run();
    if (result.progress().starts() != STARTS) {
      throw new IllegalStateException("starts: " + result.progress().starts());
    }
    return result;
  }

  private static double slow(double[] x) {
    long end = System.nanoTime() + NANOS;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return x[0] * x[0] + x[1] * x[1] + 1;
  }
}
