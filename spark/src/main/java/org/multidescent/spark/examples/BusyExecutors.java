package org.multidescent.spark.examples;

import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.spark.SparkProblem;

/**
 * How many of the executors' cores a search keeps busy, by what an evaluation takes and by the
 * search's workers, beside as many threads of the driver without Spark. Evaluations wait, so that a
 * machine of few cores may stand for a cluster; the function is Rastrigin's, each coordinate
 * coupled with the next.
 *
 * <p>Run it with {@code spark-submit --master local[16] --class
 * org.multidescent.spark.examples.BusyExecutors}, with the dimension, the seconds of a run with all
 * cores busy, and the milliseconds of an evaluation as arguments if 10, 20 and 5, 20, 200 are not
 * wanted.
 */
public final class BusyExecutors {

  private static final int[] WORKERS = {1, 4, 16, 64};
  private static final int LANES_PER_THREAD = 4;

  /**
   * A run without waiting makes so many evaluations: enough to see how many jobs a driver makes.
   */
  private static final long WITHOUT_WAITING = 20_000;

  private final JavaSparkContext context;
  private final int dimension;
  private final double seconds;
  private final int cores;
  private final LongAdder jobs = new LongAdder();

  private BusyExecutors(JavaSparkContext context, int dimension, double seconds) {
    this.context = context;
    this.dimension = dimension;
    this.seconds = seconds;
    this.cores = context.defaultParallelism();
    context
        .sc()
        .addSparkListener(
            new SparkListener() {
              @Override
              public void onJobStart(SparkListenerJobStart job) {
                jobs.increment();
              }
            });
  }

  /**
   * Measures, and prints a table.
   *
   * @param arguments the dimension, the seconds of a run, and the milliseconds of an evaluation
   */
  public static void main(String[] arguments) {
    int dimension = arguments.length < 1 ? 10 : Integer.parseInt(arguments[0]);
    double seconds = arguments.length < 2 ? 20 : Double.parseDouble(arguments[1]);
    SparkConf settings = new SparkConf().setAppName("busy executors");
    try (JavaSparkContext context = new JavaSparkContext(settings)) {
      BusyExecutors measured = new BusyExecutors(context, dimension, seconds);
      measured.remote(0, WORKERS[1]);
      System.out.println("| evaluation | workers | jobs a second | positions a job | cores busy |");
      System.out.println("|--:|--:|--:|--:|--:|");
      measured.table(0);
      if (arguments.length < 3) {
        measured.table(5);
        measured.table(20);
        measured.table(200);
      }
      for (int i = 2; i < arguments.length; i++) {
        measured.table(Integer.parseInt(arguments[i]));
      }
    }
  }

  private void table(int millis) {
    if (millis > 0) {
      double busy = local(millis) * millis / 1_000;
      System.out.printf("| %d ms | %d, without Spark | | | %.1f |%n", millis, cores, busy);
    }
    for (int workers : WORKERS) {
      jobs.reset();
      long start = System.nanoTime();
      double rate = remote(millis, workers);
      double time = (System.nanoTime() - start) / 1e9;
      double each = jobs.sum() / time;
      System.out.printf(
          "| %d ms | %d | %.0f | %.1f | %.1f |%n",
          millis, workers, each, rate / each, rate * millis / 1_000);
    }
  }

  /** Returns the evaluations a second of as many threads of the driver as there are cores. */
  private double local(int millis) {
    Problem problem = problem(dimension, millis);
    return rate(
        Search.of(problem).workers(cores).reproducible(LANES_PER_THREAD * cores), cores, millis);
  }

  /** Returns the evaluations a second of the executors. */
  private double remote(int millis, int workers) {
    int coordinates = dimension;
    Problem problem = SparkProblem.of(context, () -> problem(coordinates, millis));
    return rate(
        Search.of(problem).workers(workers).reproducible(workers), workers * dimension, millis);
  }

  private double rate(Search search, int atOnce, int millis) {
    int busy = Math.min(cores, atOnce);
    long evaluations = millis == 0 ? WITHOUT_WAITING : (long) (seconds * busy * 1_000 / millis);
    long start = System.nanoTime();
    search.budget(Budget.evaluations(evaluations)).run();
    return evaluations / ((System.nanoTime() - start) / 1e9);
  }

  private static Problem problem(int dimension, int millis) {
    return Problem.of(x -> value(x, millis), Box.cube(-5, 5, dimension));
  }

  private static double value(double[] x, int millis) {
    long start = System.nanoTime();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double y = x[i] + .3 * x[(i + 1) % x.length] - .7;
      sum += 10 + y * y - 10 * StrictMath.cos(2 * Math.PI * y);
    }
    long left = millis * 1_000_000L;
    while (left > 0) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new IllegalStateException("interrupted");
      }
      left = start + millis * 1_000_000L - System.nanoTime();
    }
    return sum;
  }
}
