package org.multidescent.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.multidescent.Running;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Result;

/**
 * How long a search goes on after it was cancelled, and after its time was up, if an evaluation of
 * the objective takes a millisecond. The evaluation waits, as for a remote service, so that the
 * figures are not those of an overloaded machine.
 *
 * <p>The line "machine" is for comparison: the same number of threads, told by a latch to wait one
 * such evaluation and end, without a search. What they take beyond an evaluation is the machine's
 * scheduling.
 *
 * <p>Run it with {@code java -cp bench/target/benchmarks.jar org.multidescent.bench.Latency}, with
 * the number of searches as an argument if 200 are not wanted.
 */
final class Latency {

  private static final int SEARCHES = 200;
  private static final int WORKERS = 8;
  private static final int DIMENSION = 5;
  private static final long CALL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int DIGITS = 3;

  private Latency() {}

  public static void main(String[] arguments) {
    int searches = arguments.length == 0 ? SEARCHES : Integer.parseInt(arguments[0]);
    Histogram cancel = new Histogram(LONGEST_NANOS, DIGITS);
    Histogram deadline = new Histogram(LONGEST_NANOS, DIGITS);
    Histogram machine = new Histogram(LONGEST_NANOS, DIGITS);
    for (int k = 0; k < searches; k++) {
      Duration moment = Duration.ofNanos(TimeUnit.MILLISECONDS.toNanos(20) + k * 37_003L);
      cancel.recordValue(cancelled(moment));
      deadline.recordValue(timed(moment));
      machine.recordValue(joined());
    }
    System.out.printf(
        "%d searches, %d workers, evaluations of 1 ms; ms from the event to the result%n",
        searches, WORKERS);
    print("cancel", cancel);
    print("deadline", deadline);
    print("machine", machine);
  }

  private static long cancelled(Duration moment) {
    Running running = search().start();
    long end = System.nanoTime() + moment.toNanos();
    waitUntil(end);
    long asked = System.nanoTime();
    running.cancel();
    require(running.await(), Ending.CANCELLED);
    return System.nanoTime() - asked;
  }

  private static long timed(Duration moment) {
    Result result = search().budget(Budget.time(moment)).run();
    require(result, Ending.TIME);
    return result.elapsed().minus(moment).toNanos();
  }

  /** Returns how long as many threads take, without a search, to be told, wait once and end. */
  private static long joined() {
    CountDownLatch told = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int worker = 0; worker < WORKERS; worker++) {
      Thread thread = new Thread(() -> waitOnce(told));
      threads.add(thread);
      thread.start();
    }
    waitUntil(System.nanoTime() + 2 * CALL_NANOS);
    long begun = System.nanoTime();
    told.countDown();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
    return System.nanoTime() - begun;
  }

  private static void waitOnce(CountDownLatch told) {
    try {
      told.await();
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
    waitUntil(System.nanoTime() + CALL_NANOS);
  }

  private static Search search() {
    Problem problem =
        Problem.of(
            x -> {
              waitUntil(System.nanoTime() + CALL_NANOS);
              double sum = 0;
              for (double xi : x) {
                sum += xi * xi - Math.cos(10 * xi);
              }
              return sum;
            },
            Box.cube(-5, 5, DIMENSION));
    return Search.of(problem).workers(WORKERS).budget(Budget.unlimited());
  }

  private static void waitUntil(long end) {
    long left;
    while ((left = end - System.nanoTime()) > 0) {
      LockSupport.parkNanos(left);
    }
  }

  private static void require(Result result, Ending ending) {
    if (result.ending() != ending) {
      throw new IllegalStateException("ending: " + result.ending() + " (expected: " + ending + ")");
    }
  }

  private static void print(String event, Histogram histogram) {
    double unit = TimeUnit.MILLISECONDS.toNanos(1);
    System.out.printf(
        "%-10s median %6.2f   p90 %6.2f   p99 %6.2f   max %6.2f%n",
        event,
        histogram.getValueAtPercentile(50) / unit,
        histogram.getValueAtPercentile(90) / unit,
        histogram.getValueAtPercentile(99) / unit,
        histogram.getMaxValue() / unit);
  }
}
