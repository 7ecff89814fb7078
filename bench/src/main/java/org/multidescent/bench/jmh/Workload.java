package org.multidescent.bench.jmh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import org.multidescent.Search;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.function.Objective;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Result;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.start.Starts;

/**
 * One setting of the engine, and the bare loop it is held against: the same objective, as many
 * calls, as many threads, at positions of the engine's own descents, nothing else.
 */
final class Workload {

  /** Calls that do not wait for each other. */
  static final double FREE = 0;

  /** Calls each of which waits for the one before. */
  static final double CHAINED = 1e-300;

  private static final int STARTS = 100_000;
  private static final int POSITIONS = 1024;
  private static final int RECORDED_STARTS = 1000;

  private final long nanos;
  private final int workers;
  private final Descent descent;
  private final Search search;
  private final double[] positions;

  /**
   * Creates a workload.
   *
   * @param rule {@code euler}, {@code lbfgs} or {@code bfgs}
   * @param slice steps; 0 for whole descents
   * @param nanos what a call costs beside the article's function
   * @param workers threads of the engine and of the bare loop
   */
  Workload(String rule, int slice, long nanos, int workers) {
    this.nanos = nanos;
    this.workers = workers;
    this.descent = descent(rule);
    Search configured =
        configured(Busy.problem(nanos), descent, slice == 0 ? Integer.MAX_VALUE : slice);
    this.search = configured.initialStarts(STARTS).workers(workers);
    this.positions = record(descent, slice == 0 ? Integer.MAX_VALUE : slice);
  }

  private static Descent descent(String rule) {
    return switch (rule) {
      case "euler" -> PlainDescents.ARTICLE;
      case "lbfgs" -> quasiNewton(StepRule.lbfgs());
      case "bfgs" -> quasiNewton(StepRule.bfgs());
      default -> throw new IllegalArgumentException("rule: " + rule);
    };
  }

  private static Descent quasiNewton(StepRule rule) {
    return new Descent(rule, StallRule.standard(), Differences.forward(1e-7));
  }

  private static Search configured(Problem problem, Descent descent, int slice) {
    Search search =
        descent == PlainDescents.ARTICLE
            ? Search.article(problem)
            : Search.of(problem)
                .starts(Starts.uniform())
                .descent(descent)
                .coarseShare(0)
                .restart(RestartStrategy.fresh(1));
    return search.slice(slice);
  }

  private static double[] record(Descent descent, int slice) {
    List<double[]> seen = Collections.synchronizedList(new ArrayList<>());
    Problem plain = Busy.problem(0);
    Objective objective = plain.evaluator()::value;
    Problem recording =
        Problem.of(
            x -> {
              seen.add(x.clone());
              return objective.value(x);
            },
            plain.startBox());
    configured(recording, descent, slice)
        .initialStarts(RECORDED_STARTS)
        .workers(1)
        .budget(Budget.evaluations(RECORDED_STARTS + 20 * POSITIONS))
        .run();
    double[] positions = new double[2 * POSITIONS];
    for (int k = 0; k < POSITIONS; k++) {
      System.arraycopy(seen.get(RECORDED_STARTS + 20 * k), 0, positions, 2 * k, 2);
    }
    return positions;
  }

  /** Runs the engine up to a number of calls. */
  Result engine(long calls, long seed) {
    Result result = search.seed(seed).budget(Budget.evaluations(calls)).run();
    if (result.ending() != Ending.EVALUATIONS || result.progress().evaluations() != calls) {
      throw new IllegalStateException("ended by " + result.ending());
    }
    return result;
  }

  /**
   * Makes as many calls, divided among as many threads.
   *
   * @param chain {@link #FREE}: a processor may begin a call before the last one is done; {@link
   *     #CHAINED}: each position depends on the last value, as in a descent
   * @return a sum that depends on each value
   */
  double bare(long calls, double chain) throws InterruptedException {
    double[] sums = new double[workers];
    inParallel(
        worker -> {
          long share = calls / workers + (worker < calls % workers ? 1 : 0);
          sums[worker] = lane(Busy.problem(nanos), share, chain);
        });
    double sum = 0;
    for (double one : sums) {
      sum += one;
    }
    return sum;
  }

  /** Makes as many calls, or a few less, in the same descents one after the other. */
  long descents(long calls, long seed) throws InterruptedException {
    Problem problem = Busy.problem(nanos);
    WorkingCoordinates scaling =
        descent == PlainDescents.ARTICLE
            ? WorkingCoordinates.none(problem)
            : WorkingCoordinates.unitBox(problem);
    PlainDescents descents =
        PlainDescents.ofCalls(problem, scaling, descent, calls / workers, seed, workers);
    inParallel(worker -> descents.lane(worker).run());
    return descents.calls();
  }

  private void inParallel(IntConsumer lane) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      int index = worker;
      threads.add(new Thread(() -> lane.accept(index)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private double lane(Problem problem, long calls, double chain) {
    Evaluator evaluator = problem.evaluator();
    return chain == FREE ? free(evaluator, calls) : chained(evaluator, calls, chain);
  }

  private double free(Evaluator evaluator, long calls) {
    double[] x = new double[2];
    double sum = 0;
    int at = 0;
    for (long call = 0; call < calls; call++) {
      x[0] = positions[at];
      x[1] = positions[at + 1];
      sum += evaluator.value(x);
      at = at + 2 & 2 * POSITIONS - 1;
    }
    return sum;
  }

  private double chained(Evaluator evaluator, long calls, double chain) {
    double[] x = new double[2];
    double value = 0;
    double sum = 0;
    int at = 0;
    for (long call = 0; call < calls; call++) {
      x[0] = positions[at] + chain * value;
      x[1] = positions[at + 1];
      value = evaluator.value(x);
      sum += value;
      at = at + 2 & 2 * POSITIONS - 1;
    }
    return sum;
  }
}
