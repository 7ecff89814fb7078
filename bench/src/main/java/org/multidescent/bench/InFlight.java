package org.multidescent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.multidescent.Search;
import org.multidescent.function.AsynchronousObjective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;

/**
 * How many evaluations of an asynchronous objective one search keeps in flight, and what that
 * takes: Rastrigin's function, rotated by coupling neighbours, each value 500 ms later by one
 * thread's clock.
 *
 * <p>Run it with {@code java -cp bench/target/benchmarks.jar org.multidescent.bench.InFlight
 * WORKERS DIMENSION EVALUATIONS}.
 */
final class InFlight {

  private static final long MILLIS = 500;
  private static final long MEBI = 1 << 20;

  private InFlight() {}

  public static void main(String[] arguments) throws IOException {
    int workers = Integer.parseInt(arguments[0]);
    int dimension = Integer.parseInt(arguments[1]);
    long evaluations = Long.parseLong(arguments[2]);
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    LongAdder waited = new LongAdder();
    AsynchronousObjective later =
        x -> {
          long start = System.nanoTime();
          most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
          CompletableFuture<Double> value = new CompletableFuture<>();
          clock.schedule(
              () -> {
                inFlight.decrementAndGet();
                waited.add(System.nanoTime() - start);
                value.complete(rastrigin(x));
              },
              MILLIS,
              TimeUnit.MILLISECONDS);
          return value;
        };
    long start = System.nanoTime();
    Result result =
        Search.of(Problems.asynchronous(later, Box.cube(-5, 5, dimension)))
            .workers(workers)
            .reproducible(workers)
            .budget(Budget.evaluations(evaluations))
            .run();
    double seconds = (System.nanoTime() - start) / 1e9;
    clock.shutdown();
    System.out.printf(
        "%d workers, %d dimensions: %d evaluations in %.1f s, %.0f a second; in flight %d at most,"
            + " %.0f on average; %d MiB resident; best %s%n",
        workers,
        dimension,
        result.progress().evaluations(),
        seconds,
        result.progress().evaluations() / seconds,
        most.get(),
        waited.sum() / 1e9 / seconds,
        resident() / MEBI,
        result.best().value());
  }

  private static double rastrigin(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double y = x[i] + .3 * x[(i + 1) % x.length] - .7;
      sum += 10 + y * y - 10 * StrictMath.cos(2 * Math.PI * y);
    }
    return sum;
  }

  /** Returns the most memory the process had; on Linux, else what the heap has. */
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return Runtime.getRuntime().totalMemory();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .sum();
  }
}
