package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.problem.Box;
import org.multidescent.problem.Objective;
import org.multidescent.problem.Problem;
import org.multidescent.random.Mix;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Result;

/**
 * Thousands of short searches whose objective throws, returns NaN, dawdles, interrupts its thread
 * or cancels the search, at moments drawn from a seed. How many: {@code
 * -Dmultidescent.chaos.searches=10000}.
 */
class ChaosTest {

  private static final int SEARCHES = Integer.getInteger("multidescent.chaos.searches", 400);
  private static final List<Integer> WORKERS = List.of(1, 2, 4, 8);
  private static final int CALLS = 300;

  @TempDir private Path directory;

  @Test
  void noInvariantIsViolated() {
    for (int seed = 0; seed < SEARCHES; seed++) {
      try {
        runOnce(seed);
      } catch (AssertionError violated) {
        throw new AssertionError("chaos seed " + seed + ": " + violated.getMessage(), violated);
      }
    }
  }

  private void runOnce(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int workers = WORKERS.get((int) (seed % WORKERS.size()));
    Witness witness = new Witness();
    Chaos chaos = new Chaos(seed, random.nextInt(CALLS), random.nextInt(1, 6));
    Box box = Box.cube(-2, 2, 1 + random.nextInt(4));
    Problem problem =
        random.nextBoolean()
            ? Problem.of(chaos, box)
            : Problem.withGradient(chaos, chaos::valueAndGradient, box);
    Search search =
        Search.of(witness.watch(problem))
            .seed(seed)
            .workers(workers)
            .slice(random.nextBoolean() ? 1 + random.nextInt(4) : Integer.MAX_VALUE)
            .failures(FailurePolicy.tolerate(random.nextInt(3) == 0 ? 10 : Long.MAX_VALUE))
            .budget(
                Budget.evaluations(CALLS)
                    .or(random.nextInt(4) == 0 ? Budget.stalls(3) : Budget.steps(1000)));
    if (random.nextInt(4) == 0) {
      search = search.relaxedFrontier();
    }
    if (random.nextInt(8) == 0) {
      search = search.onProgress(Duration.ofNanos(1), seen -> fail());
    }
    if (random.nextInt(16) == 0) {
      search = search.budget(Budget.evaluations(CALLS).or(Budget.time(Duration.ofNanos(300_000))));
    }
    Path file = directory.resolve("search.checkpoint");
    boolean kept = random.nextInt(8) == 0;
    if (kept) {
      search = search.checkpoint(file, Duration.ofMillis(1));
    }
    Running running = search.start();
    chaos.running.set(running);
    Result result = result(running);
    Thread.interrupted();
    witness.confirm(result);
    assertThat(result.faults()).isEqualTo(chaos.faults.get());
    if (result.ending() == Ending.EVALUATIONS) {
      assertThat(witness.calls()).isEqualTo(CALLS);
    }
    if (kept) {
      chaos.calls.addAndGet(CALLS);
      goOn(Search.resume(file, problem).withoutCheckpoints(), result);
    }
  }

  /** Goes on from the end, as it was left by whatever happened. */
  private static void goOn(Search search, Result ended) {
    Result result =
        search
            .workers(2)
            .failures(FailurePolicy.tolerate(Long.MAX_VALUE))
            .budget(Budget.evaluations(CALLS + 100))
            .run();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(result.progress().evaluations()).isEqualTo(CALLS + 100);
    assertThat(result.best().value()).isLessThanOrEqualTo(ended.best().value());
    Witness.confirmConservation(result);
  }

  private static Result result(Running running) {
    try {
      return running.await();
    } catch (SearchFailedException failed) {
      assertThat(failed.getCause()).isInstanceOf(Saboteur.Trouble.class);
      return failed.result();
    }
  }

  private static void fail() {
    throw new Saboteur.Trouble();
  }

  /** Decides by the seed and the number of the call. */
  private static final class Chaos implements Objective {

    private final long seed;
    private final long cancelAt;
    private final int rate;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private final AtomicReference<Running> running = new AtomicReference<>();
    private final Thread caller = Thread.currentThread();

    Chaos(long seed, long cancelAt, int rate) {
      this.seed = seed;
      this.cancelAt = cancelAt;
      this.rate = rate;
    }

    @Override
    public double value(double[] x) {
      double spoilt = spoil();
      double sum = spoilt;
      for (double xi : x) {
        sum += xi * xi - Math.cos(7 * xi);
      }
      return sum;
    }

    double valueAndGradient(double[] x, double[] gradient) {
      double spoilt = spoil();
      for (int i = 0; i < x.length; i++) {
        gradient[i] = spoilt + 2 * x[i] + 7 * Math.sin(7 * x[i]);
      }
      return 0;
    }

    /** Returns 0, or what is not finite; or does worse. */
    private double spoil() {
      long call = calls.getAndIncrement();
      long bits = Mix.mix(seed, call);
      if (call == cancelAt && seed % 3 == 0) {
        Running search = running.get();
        if (search != null && seed % 2 == 0) {
          search.cancel();
        } else {
          caller.interrupt();
        }
      }
      if (Mix.unit(bits) * 40 > rate) {
        return 0;
      }
      switch ((int) (bits & 7)) {
        case 0, 1 -> {
          faults.incrementAndGet();
          throw new Saboteur.Trouble();
        }
        case 2 -> {
          return fault(Double.NaN);
        }
        case 3 -> {
          return fault(Double.POSITIVE_INFINITY);
        }
        case 4 -> {
          return fault(Double.NEGATIVE_INFINITY);
        }
        case 5 -> Thread.currentThread().interrupt();
        default -> {
          for (int spin = 0; spin < 2000; spin++) {
            Thread.onSpinWait();
          }
        }
      }
      return 0;
    }

    private double fault(double value) {
      faults.incrementAndGet();
      return value;
    }
  }
}
