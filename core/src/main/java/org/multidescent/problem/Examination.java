package org.multidescent.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.BatchException;

/**
 * Carries out a {@link SelfTest}.
 *
 * <p>Implementation note. Short calls are over before another thread wakes. After a first pass the
 * threads wait for each other, running, and then call at once, each at a position of its own, so
 * that what they share shows; again and again until enough calls have begun while another was under
 * way, or for a limited time.
 */
final class Examination {

  private static final int LARGEST_BATCH = 1 << 20;
  private static final int GRADIENTS = 3;
  private static final double TOLERANCE = 1e-4;
  private static final int OVERLAPS = 20_000;
  private static final int LEAST_OVERLAPS = 5_000;
  private static final long USUAL_NANOS = 1_000_000_000;
  private static final long LONGEST_NANOS = 10_000_000_000L;
  private static final int BURST = 16;
  private static final int SPINS = 2_000;

  private final Problem problem;
  private final int threads;
  private final double[][] positions;
  private final double[] first;
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger overlaps = new AtomicInteger();
  private final AtomicLong arrived = new AtomicLong();
  private volatile boolean over;
  private final Map<SelfTest.Kind, SelfTest.Finding> findings = new EnumMap<>(SelfTest.Kind.class);

  Examination(Problem problem, long seed, int positions, int threads) {
    this.problem = problem;
    this.threads = threads;
    this.positions = new double[positions][problem.dimension()];
    this.first = new double[positions];
    SplittableRandom random = new SplittableRandom(seed);
    Box box = problem.startBox();
    for (double[] x : this.positions) {
      for (int i = 0; i < x.length; i++) {
        x[i] = box.at(i, random.nextDouble());
        x[i] = Math.min(Math.max(x[i], box.lower(i)), box.upper(i));
      }
    }
  }

  SelfTest run() {
    Evaluator evaluator = problem.evaluator();
    for (int k = 0; k < positions.length; k++) {
      first[k] = value(evaluator, k);
      if (!Double.isFinite(first[k])) {
        find(SelfTest.Kind.NOT_FINITE, k, first[k], residual(evaluator, k));
      }
    }
    for (int k = 0; k < positions.length; k++) {
      compare(SelfTest.Kind.NOT_REPEATABLE, k, value(evaluator, k));
    }
    if (problem.isBatch()) {
      askInABatch(evaluator);
    }
    runAtOnce();
    List<GradientCheck> checks = problem.isDifferentiable() ? checkGradients() : List.of();
    return new SelfTest(positions.length, threads, List.copyOf(findings.values()), checks);
  }

  /** Tells which residual is not finite, the first of them; null if there is none. */
  private @Nullable String residual(Evaluator evaluator, int k) {
    LeastSquares sum = problem.leastSquares();
    if (sum == null) {
      return null;
    }
    double[] residuals = new double[sum.count()];
    try {
      evaluator.residuals(positions[k].clone(), residuals);
    } catch (RuntimeException | Error failure) {
      return null;
    }
    for (int i = 0; i < residuals.length; i++) {
      if (!Double.isFinite(residuals[i])) {
        return "residual %d of %d, from 0, perhaps not written".formatted(i, residuals.length);
      }
    }
    return null;
  }

  private void askInABatch(Evaluator evaluator) {
    LeastSquares sum = problem.leastSquares();
    int room = sum == null ? positions.length : Math.max(2, LARGEST_BATCH / sum.count());
    int count = Math.min(positions.length, room);
    double[] all = Arrays.stream(positions).limit(count).flatMapToDouble(Arrays::stream).toArray();
    double[] values = new double[count];
    Arrays.fill(values, Double.NaN);
    try {
      evaluator.values(all, count, values);
    } catch (BatchException some) {
      // A position that fails here has no value, and has failed alone.
    } catch (RuntimeException | Error failure) {
      find(SelfTest.Kind.THREW, 0, Double.NaN, failure.getClass().getName());
      return;
    }
    for (int k = 0; k < count; k++) {
      compare(SelfTest.Kind.NOT_THE_SAME_IN_A_BATCH, k, values[k]);
    }
  }

  private void runAtOnce() {
    CountDownLatch ready = new CountDownLatch(threads);
    List<Thread> workers = new ArrayList<>();
    for (int worker = 0; worker < threads; worker++) {
      int number = worker;
      Thread thread =
          new Thread(() -> ask(number, ready), "multidescent-self-test-" + (worker + 1));
      thread.setDaemon(true);
      workers.add(thread);
      thread.start();
    }
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException early) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(int worker, CountDownLatch ready) {
    Evaluator evaluator;
    try {
      evaluator = problem.evaluator();
    } catch (RuntimeException | Error failure) {
      find(SelfTest.Kind.THREW, 0, Double.NaN, failure.getClass().getName());
      over = true;
      return;
    } finally {
      ready.countDown();
    }
    try {
      ready.await();
    } catch (InterruptedException early) {
      Thread.currentThread().interrupt();
    }
    for (int k = 0; k < positions.length; k++) {
      compare(SelfTest.Kind.NOT_THREAD_SAFE, k, value(evaluator, k));
    }
    if (threads > 1 && positions.length > 1 && isClean()) {
      callTogether(worker, evaluator);
    }
    over = true;
  }

  private void callTogether(int worker, Evaluator evaluator) {
    long begun = System.nanoTime();
    for (long round = 1; awaitOthers(round, begun); round++) {
      for (int call = 0; call < BURST && !over; call++) {
        int k =
            (int)
                ((round * BURST + call + (long) worker * positions.length / threads)
                    % positions.length);
        callInside(evaluator, k);
      }
      over |= overlaps.get() >= OVERLAPS;
    }
  }

  private synchronized boolean isClean() {
    return findings.isEmpty();
  }

  /**
   * Whether no more calls are to be made together: enough have overlapped, or it takes too long.
   */
  private boolean isLate(long begun) {
    long taken = System.nanoTime() - begun;
    return taken > LONGEST_NANOS || (taken > USUAL_NANOS && overlaps.get() >= LEAST_OVERLAPS);
  }

  private void callInside(Evaluator evaluator, int k) {
    if (inside.getAndIncrement() > 0) {
      overlaps.incrementAndGet();
    }
    try {
      double seen = evaluator.value(positions[k].clone());
      if (Double.compare(seen, first[k]) != 0) {
        find(SelfTest.Kind.NOT_THREAD_SAFE, k, seen, null);
        over = true;
      }
    } catch (RuntimeException | Error failure) {
      find(SelfTest.Kind.THREW, k, Double.NaN, failure.getClass().getName());
      over = true;
    } finally {
      inside.decrementAndGet();
    }
  }

  /** Waits, running, until all threads have come this far; returns false if it is over. */
  private boolean awaitOthers(long round, long begun) {
    arrived.incrementAndGet();
    for (int spin = 0; arrived.get() < round * threads; spin++) {
      if (over || isLate(begun)) {
        return false;
      }
      if (spin < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
    return !over && !isLate(begun);
  }

  private double value(Evaluator evaluator, int k) {
    try {
      return evaluator.value(positions[k].clone());
    } catch (RuntimeException | Error failure) {
      find(SelfTest.Kind.THREW, k, Double.NaN, failure.getClass().getName());
      return Double.NaN;
    }
  }

  private void compare(SelfTest.Kind kind, int k, double seen) {
    if (Double.compare(seen, first[k]) != 0) {
      find(kind, k, seen, null);
    }
  }

  private List<GradientCheck> checkGradients() {
    List<GradientCheck> checks = new ArrayList<>();
    for (int k = 0; k < Math.min(GRADIENTS, positions.length); k++) {
      if (!Double.isFinite(first[k])) {
        continue;
      }
      GradientCheck check;
      try {
        check = problem.checkGradient(positions[k].clone());
      } catch (RuntimeException | Error failure) {
        find(SelfTest.Kind.THREW, k, Double.NaN, failure.getClass().getName());
        continue;
      }
      checks.add(check);
      if (!check.isWithin(TOLERANCE)) {
        find(SelfTest.Kind.GRADIENT, k, check.worst().error(), null);
      }
    }
    return checks;
  }

  private synchronized void find(SelfTest.Kind kind, int k, double seen, @Nullable String thrown) {
    SelfTest.Finding known = findings.get(kind);
    Parameters parameters = problem.startBox().parameters();
    findings.put(
        kind,
        known == null
            ? new SelfTest.Finding(kind, positions[k], first[k], seen, thrown, 1, parameters)
            : new SelfTest.Finding(
                kind,
                known.position(),
                known.expected(),
                known.seen(),
                known.thrown(),
                known.times() + 1,
                parameters));
  }
}
