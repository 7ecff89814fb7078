package org.multidescent.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.multidescent.Search;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.testproblem.TestProblem;
import org.multidescent.testproblem.TestProblems;

/**
 * How busy a reproducible search keeps its workers: the share of their time in which they evaluate
 * an objective that waits a millisecond, as for a remote service. One worker is busy all the time,
 * so this is also the rate of w workers by w times that of one.
 *
 * <p>Run it with {@code java -cp bench/target/benchmarks.jar org.multidescent.bench.BusyWorkers},
 * with the budget a worker as an argument if 1,000 evaluations are not wanted, and the microseconds
 * of an evaluation as another.
 */
final class BusyWorkers {

  private static final int EVALUATIONS = 1_000;
  private static final int MICROS = 1_000;
  private static final int LANES_PER_WORKER = 4;
  private static final List<Integer> WORKERS = List.of(2, 4, 8, 16);

  private BusyWorkers() {}

  public static void main(String[] arguments) {
    int evaluations = arguments.length < 1 ? EVALUATIONS : Integer.parseInt(arguments[0]);
    long micros = arguments.length < 2 ? MICROS : Integer.parseInt(arguments[1]);
    List<TestProblem> problems =
        List.of(named("rastrigin10-rotated"), named("rosenbrock10-rotated"), named("rastrigin10"));
    for (TestProblem problem : problems) {
      share(problem, 2, evaluations, 0);
    }
    System.out.printf(
        "share of the workers' time in evaluations of %d us; %d a worker, %d lanes a worker%n",
        micros, evaluations, LANES_PER_WORKER);
    for (TestProblem problem : problems) {
      StringBuilder line = new StringBuilder("%-22s".formatted(problem.name()));
      for (int workers : WORKERS) {
        line.append(
            "%4d workers %.2f".formatted(workers, share(problem, workers, evaluations, micros)));
      }
      System.out.println(line);
    }
  }

  private static TestProblem named(String name) {
    return TestProblems.rotated().stream()
        .filter(problem -> problem.name().equals(name))
        .findFirst()
        .orElseGet(() -> TestProblems.named(name));
  }

  private static double share(TestProblem of, int workers, int evaluations, long micros) {
    LongAdder busy = new LongAdder();
    Problem slow =
        of.problem()
            .withoutGradient()
            .decorated(plain -> new Waiting(plain, TimeUnit.MICROSECONDS.toNanos(micros), busy));
    long start = System.nanoTime();
    Search.of(slow)
        .reproducible(LANES_PER_WORKER * workers)
        .workers(workers)
        .budget(Budget.evaluations((long) evaluations * workers))
        .run();
    return (double) busy.sum() / workers / (System.nanoTime() - start);
  }

  /** An evaluation takes so long, and is added up. */
  private record Waiting(Evaluator plain, long nanos, LongAdder busy) implements Evaluator {

    @Override
    public double value(double[] x) {
      long start = System.nanoTime();
      double value = plain.value(x);
      long left;
      while ((left = start + nanos - System.nanoTime()) > 0) {
        LockSupport.parkNanos(left);
      }
      busy.add(System.nanoTime() - start);
      return value;
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
      return plain.valueAndGradient(x, gradient);
    }

    @Override
    public void values(double[] positions, int count, double[] values) {
      plain.values(positions, count, values);
    }
  }
}
