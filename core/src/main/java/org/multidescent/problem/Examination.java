package org.multidescent.problem;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Carries out a {@link SelfTest}. */
final class Examination {

  private static final int GRADIENTS = 3;
  private static final double TOLERANCE = 1e-4;

  private final Problem problem;
  private final int threads;
  private final double[][] positions;
  private final double[] first;
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
        x[i] = box.lower(i) + random.nextDouble() * box.width(i);
        x[i] = Math.min(Math.max(x[i], box.lower(i)), box.upper(i));
      }
    }
  }

  SelfTest run() {
    Evaluator evaluator = problem.evaluator();
    for (int k = 0; k < positions.length; k++) {
      first[k] = value(evaluator, k);
      if (!Double.isFinite(first[k])) {
        find(SelfTest.Kind.NOT_FINITE, k, first[k], null);
      }
    }
    for (int k = 0; k < positions.length; k++) {
      compare(SelfTest.Kind.NOT_REPEATABLE, k, value(evaluator, k));
    }
    runAtOnce();
    List<GradientCheck> checks = problem.isDifferentiable() ? checkGradients() : List.of();
    return new SelfTest(positions.length, threads, List.copyOf(findings.values()), checks);
  }

  private void runAtOnce() {
    CountDownLatch ready = new CountDownLatch(threads);
    List<Thread> workers = new ArrayList<>();
    for (int worker = 0; worker < threads; worker++) {
      Thread thread = new Thread(() -> ask(ready), "multidescent-self-test-" + (worker + 1));
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

  private void ask(CountDownLatch ready) {
    Evaluator evaluator;
    try {
      evaluator = problem.evaluator();
    } catch (RuntimeException | Error failure) {
      find(SelfTest.Kind.THREW, 0, Double.NaN, failure.getClass().getName());
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
    findings.put(
        kind,
        known == null
            ? new SelfTest.Finding(kind, positions[k], first[k], seen, thrown, 1)
            : new SelfTest.Finding(
                kind,
                known.position(),
                known.expected(),
                known.seen(),
                known.thrown(),
                known.times() + 1));
  }
}
