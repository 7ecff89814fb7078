package org.multidescent.bench.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;

/** Compares values taken by several threads at once with those of one thread. */
final class SafetyCheck {

  private SafetyCheck() {}

  /**
   * Calls the objective at each position twice serially, then once by each thread, each thread
   * beginning elsewhere. As in a search, each thread has an evaluator of its own.
   */
  static ThreadSafety check(Problem problem, double[][] positions, int threads) {
    double[] serial = values(problem.evaluator(), positions, 0);
    if (differ(serial, values(problem.evaluator(), positions, positions.length / 2))) {
      return ThreadSafety.NOT_REPEATABLE;
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads, SafetyCheck::daemon);
    try {
      CountDownLatch ready = new CountDownLatch(threads);
      List<Future<double[]>> lanes = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = (int) ((long) thread * positions.length / threads);
        lanes.add(
            pool.submit(
                () -> {
                  Evaluator evaluator = problem.evaluator();
                  ready.countDown();
                  ready.await();
                  return values(evaluator, positions, first);
                }));
      }
      for (Future<double[]> lane : lanes) {
        if (differ(serial, lane.get())) {
          return ThreadSafety.DIFFERS;
        }
      }
      return ThreadSafety.NO_DIFFERENCE_SEEN;
    } catch (ExecutionException thrown) {
      return ThreadSafety.THROWS;
    } catch (InterruptedException now) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the objective was checked", now);
    } finally {
      pool.shutdownNow();
    }
  }

  private static double[] values(Evaluator evaluator, double[][] positions, int first) {
    double[] values = new double[positions.length];
    for (int i = 0; i < positions.length; i++) {
      int at = (first + i) % positions.length;
      values[at] = evaluator.value(positions[at]);
    }
    return values;
  }

  private static boolean differ(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      if (Double.doubleToLongBits(a[i]) != Double.doubleToLongBits(b[i])) {
        return true;
      }
    }
    return false;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "thread-safety-check");
    thread.setDaemon(true);
    return thread;
  }
}
