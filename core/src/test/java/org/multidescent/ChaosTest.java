package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

  @ParameterizedTest
  @EnumSource
  void noInvariantIsViolated(Posed posed) {
    for (int seed = 0; seed < SEARCHES; seed++) {
      try {
        runOnce(seed, posed);
      } catch (AssertionError violated) {
        throw new AssertionError("chaos seed " + seed + ": " + violated.getMessage(), violated);
      }
    }
  }

  private void runOnce(long seed, Posed posed) {
    SplittableRandom random = new SplittableRandom(seed);
    int workers = WORKERS.get((int) (seed % WORKERS.size()));
    Witness witness = new Witness();
    Chaos chaos =
        new Chaos(seed, random.nextInt(CALLS), random.nextInt(1, 6), posed.isConstrained());
    Box box = Box.cube(-2, 2, 1 + random.nextInt(4));
    Problem free =
        random.nextBoolean()
            ? Problem.of(chaos, box)
            : Problem.withGradient(chaos, chaos::valueAndGradient, box);
    Problem problem = posed.pose(free, chaos);
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

  /**
   * Decides by the seed and the number of the call. Under constraints an objective throws where it
   * would not be finite: that is a fault only where they hold.
   */
  private static final class Chaos implements Objective, Posed.Spoiler {

    private final long seed;
    private final long cancelAt;
    private final int rate;
    private final boolean constrained;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private final AtomicReference<Running> running = new AtomicReference<>();
    private final Thread caller = Thread.currentThread();

    Chaos(long seed, long cancelAt, int rate, boolean constrained) {
      this.seed = seed;
      this.cancelAt = cancelAt;
      this.rate = rate;
      this.constrained = constrained;
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

    @Override
    public double constraint(double[] x) {
      return spoil(true);
    }

    @Override
    public double derivative(double[] x) {
      return spoil(true);
    }

    private double spoil() {
      return spoil(!constrained);
    }

    /** Returns 0, or what is not a number if that counts as a fault; or does worse. */
    private double spoil(boolean mayBeNoNumber) {
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
        case 2, 3, 4 -> {
          faults.incrementAndGet();
          if (!mayBeNoNumber) {
            throw new Saboteur.Trouble();
          }
          return notFinite((int) (bits & 7));
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

    private double notFinite(int kind) {
      if (constrained || kind == 2) {
        return Double.NaN;
      }
      return kind == 3 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
  }
}
