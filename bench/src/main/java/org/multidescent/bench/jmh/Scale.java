package org.multidescent.bench.jmh;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.multidescent.Search;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;
import org.multidescent.start.Starts;

/**
 * Runs too large for a benchmark harness: many starts on a small heap, and many steps in one run.
 * Give the heap by {@code -Xmx}.
 */
public final class Scale {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final int SAMPLE = 10_000_000;
  private static final int CALLS_AFTER = 1000;

  private Scale() {}

  /**
   * Runs {@code starts COUNT WORKERS NANOS}, {@code steps COUNT WORKERS} or {@code idle CALLS
   * WORKERS}.
   *
   * @param arguments what to run
   */
  public static void main(String[] arguments) {
    int workers = Integer.parseInt(arguments[2]);
    if (arguments[0].equals("starts")) {
      starts(Integer.parseInt(arguments[1]), workers, Long.parseLong(arguments[3]));
    } else if (arguments[0].equals("steps")) {
      steps(Long.parseLong(arguments[1]), workers);
    } else {
      idle(Long.parseLong(arguments[1]), workers);
    }
  }

  /**
   * One point, whose calls take a second of sleep; what the processor does is the idle workers'.
   */
  private static void idle(long calls, int workers) {
    Problem problem = Problem.of(Scale::asleep, Box.cube(-1, 1, 2));
    Search search =
        Search.of(problem).initialStarts(1).workers(workers).budget(Budget.evaluations(calls));
    Problem quick = Problem.of(x -> x[0], Box.cube(-1, 1, 2));
    Search.of(quick).workers(workers).budget(Budget.evaluations(100_000)).run();
    long before = SYSTEM.getProcessCpuTime();
    Result result = search.run();
    double busy = SYSTEM.getProcessCpuTime() - before;
    double clock = result.progress().elapsed().toNanos();
    System.out.printf(
        Locale.ROOT,
        "%d workers, one at work for %.1f s: all others together kept a core busy for %.2f %%%n",
        workers,
        clock / 1e9,
        100 * busy / clock);
  }

  private static double asleep(double[] x) {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException early) {
      Thread.currentThread().interrupt();
    }
    return x[0] * x[0] + x[1] * x[1];
  }

  private static void starts(int count, int workers, long nanos) {
    Problem problem = Busy.problem(nanos);
    int sample = Math.min(count, SAMPLE);
    double sum = 0;
    double alone = 0;
    double located = 0;
    for (int round = 0; round < 3; round++) {
      long before = SYSTEM.getProcessCpuTime();
      sum += bare(problem, sample, false);
      long middle = SYSTEM.getProcessCpuTime();
      sum += bare(problem, sample, true);
      alone = (middle - before) / (double) sample;
      located = (SYSTEM.getProcessCpuTime() - middle) / (double) sample;
    }
    Search search = Search.article(problem).slice(Integer.MAX_VALUE).workers(workers);
    for (int round = 0; round < 3; round++) {
      search.initialStarts(sample).budget(Budget.evaluations(sample + CALLS_AFTER)).run();
    }
    long before = SYSTEM.getProcessCpuTime();
    long clock = System.nanoTime();
    Result result =
        search.initialStarts(count).budget(Budget.evaluations((long) count + CALLS_AFTER)).run();
    double initial = (SYSTEM.getProcessCpuTime() - before) / (double) count;
    System.out.printf(
        Locale.ROOT,
        "starts %d, heap of %d MB: best %.9f, %s, %d waiting, %.1f s; processor's ns a start: %.1f,"
            + " bare %.1f, bare with its position %.1f; ratios %.2f, %.2f%s%n",
        count,
        Runtime.getRuntime().maxMemory() >> 20,
        result.best().value(),
        result.ending(),
        result.waiting(),
        (System.nanoTime() - clock) / 1e9,
        initial,
        alone,
        located,
        alone / initial,
        located / initial,
        Double.isNaN(sum) ? " NaN" : "");
  }

  private static double bare(Problem problem, int calls, boolean located) {
    Evaluator evaluator = problem.evaluator();
    Starts starts = Starts.uniform();
    Box box = problem.startBox();
    double[] x = new double[2];
    double sum = 0;
    for (int call = 0; call < calls; call++) {
      if (located) {
        starts.fill(1, call, box, x);
      } else {
        x[0] = (call & 1023) * (6 / 1024.0);
        x[1] = (call >> 10 & 1023) * (6 / 1024.0);
      }
      sum += evaluator.value(x);
    }
    return sum;
  }

  private static void steps(long count, int workers) {
    List<Counted> objectives = new CopyOnWriteArrayList<>();
    Evaluator article = Busy.problem(0).evaluator();
    Problem problem =
        Problems.perWorker(
            () -> {
              Counted objective = new Counted(article);
              objectives.add(objective);
              return objective;
            },
            Box.cube(0, 6, 2));
    Result result =
        Search.article(problem)
            .slice(64)
            .initialStarts(1000)
            .workers(workers)
            .budget(Budget.steps(count))
            .onProgress(Duration.ofSeconds(20), Scale::print)
            .run();
    long calls = objectives.stream().mapToLong(objective -> objective.calls).sum();
    Progress progress = result.progress();
    System.out.printf(
        "%s: steps %d of %d, calls %d of %d the objective saw, starts %d = stalls %d + waiting %d%n",
        result.ending(),
        progress.steps(),
        count,
        progress.evaluations(),
        calls,
        progress.starts(),
        progress.stalls(),
        result.waiting());
  }

  private static void print(Progress progress) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%6.0f s  steps %,d  live heap %.1f MB%n",
        progress.elapsed().toMillis() / 1e3,
        progress.steps(),
        (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
  }

  private static final class Counted implements Objective {

    private final Evaluator article;
    private long calls;

    Counted(Evaluator article) {
      this.article = article;
    }

    @Override
    public double value(double[] x) {
      calls++;
      return article.value(x);
    }
  }
}
