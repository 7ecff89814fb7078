package org.multidescent.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.multidescent.Search;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * What does the same answer on any number of threads cost? Each operation is one search of a fixed
 * number of calls, so the calls per second of the two modes are inverse to their times.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 12)
@Fork(2)
@Threads(1)
public class ReproducibleBenchmark {

  private static final long TOKENS_PER_MICROSECOND = 400;

  /** One search and how it is slowed down. */
  @State(Scope.Benchmark)
  public static class Work {

    /** Free-running, or reproducible with the default lanes. */
    @Param({"free", "reproducible"})
    String mode;

    /** What a call costs besides the landscape's own few nanoseconds. */
    @Param({"0", "1", "10"})
    long microseconds;

    /** The landscape. */
    @Param({"article6", "rastrigin10"})
    String landscape;

    /** How many threads search. */
    @Param("2")
    int workers;

    private Search search = Search.of(TestProblems.rastrigin(1).problem());

    /** Makes the search. */
    @Setup
    public void prepare() {
      Problem plain = TestProblems.named(landscape).problem().withoutGradient();
      long tokens = TOKENS_PER_MICROSECOND * microseconds;
      Problem slow =
          plain.decorated(
              evaluator -> new SlowEvaluator(evaluator, () -> Blackhole.consumeCPU(tokens)));
      long calls = microseconds == 0 ? 1_000_000 : 300_000 / microseconds;
      Search base = Search.of(slow).seed(1).workers(workers).budget(Budget.evaluations(calls));
      search = mode.equals("free") ? base : base.reproducible();
    }
  }

  /**
   * Runs the search.
   *
   * @param work the search
   * @return what it found
   */
  @Benchmark
  public Result search(Work work) {
    return work.search.run();
  }
}
