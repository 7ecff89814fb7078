package org.multidescent.bench.jmh;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;
import org.multidescent.restart.RestartStrategy;
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
 * How much sooner does a single descent end if an idle worker evaluates half of the neighbours? One
 * live point in 32 dimensions, gradients by differences, up to a number of calls that is the same
 * for all; the objective waits. The goal is 1.8 times for a millisecond a call.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Threads(1)
@Warmup(iterations = 2)
@Measurement(iterations = 7)
public class SplitGradientBenchmark {

  private static final int DIMENSION = 32;
  private static final int GRADIENTS = 20;

  /** How long a call of the objective lasts. */
  @Param({"0", "2", "10", "1000"})
  public long micros;

  /** Worker threads, and whether they share gradients. */
  @Param({"ONE", "TWO", "TWO_SPLIT"})
  public Workforce workforce;

  /** What the objective does meanwhile. */
  @Param({"BUSY", "ASLEEP"})
  public Waiting waiting;

  /** How a call passes its time. */
  public enum Waiting {
    /** On a processor, as a computation does. */
    BUSY,
    /** Off it, as a call of a remote service does. */
    ASLEEP
  }

  /** Who works. */
  public enum Workforce {
    /** One worker. */
    ONE,
    /** Two workers, one of them idle. */
    TWO,
    /** Two workers, which share gradients if they find it worth while. */
    TWO_SPLIT
  }

  private final Problem problem = Problem.of(this::value, Box.cube(-5, 5, DIMENSION));

  /** A descent of Rosenbrock's function, up to the same number of calls. */
  @Benchmark
  public Result descend() {
    Search search =
        Search.of(problem)
            .seed(1)
            .initialStarts(1)
            .restart(RestartStrategy.fresh(1))
            .coarseShare(0)
            .workers(workforce == Workforce.ONE ? 1 : 2)
            .budget(Budget.evaluations(GRADIENTS * (DIMENSION + 2)));
    return (workforce == Workforce.TWO_SPLIT ? search : search.shareEvaluations(false)).run();
  }

  private double value(double[] x) {
    long end = micros == 0 ? 0 : System.nanoTime() + 1000 * micros;
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double bend = x[i + 1] - x[i] * x[i];
      sum += 100 * bend * bend + (1 - x[i]) * (1 - x[i]);
    }
    while (micros > 0 && System.nanoTime() < end) {
      if (waiting == Waiting.BUSY) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(this, end - System.nanoTime());
      }
    }
    return sum;
  }
}
