package org.multidescent.bench.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.multidescent.bench.statistics.Interval;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

class MeasuringTest {

  private static final double[][] POSITIONS = {{0.1}, {0.2}, {0.3}, {0.4}, {0.5}, {0.6}};
  private static final Box BOX = Box.cube(0, 1, 1);

  private final AtomicLong clock = new AtomicLong();

  @Test
  void percentilesOfDearCalls() {
    AtomicLong calls = new AtomicLong();
    Problem problem =
        Problem.of(
            x -> {
              clock.addAndGet(calls.getAndIncrement() % 20 == 19 ? 1_000_000 : 10_000);
              return x[0];
            },
            BOX);

    CostProfile cost =
        new CostMeter(clock::get, () -> 0, () -> false)
            .measure(problem.evaluator(), POSITIONS, 1_000_000_000);

    assertThat(cost.batch()).isEqualTo(1);
    assertThat(cost.p50()).isCloseTo(10_000, within(20.0));
    assertThat(cost.p90()).isCloseTo(10_000, within(20.0));
    assertThat(cost.p99()).isCloseTo(1_000_000, within(2000.0));
    assertThat(cost.max()).isCloseTo(1_000_000, within(2000.0));
    assertThat(cost.mean()).isCloseTo(59_500, within(1500.0));
    assertThat(cost.tail()).isGreaterThan(90);
  }

  @Test
  void shortCallsAreTimedInBatches() {
    Problem problem =
        Problem.of(
            x -> {
              clock.addAndGet(25);
              return x[0];
            },
            BOX);

    CostProfile cost =
        new CostMeter(clock::get, () -> 0, () -> false)
            .measure(problem.evaluator(), POSITIONS, 3_000_000);

    assertThat(cost.batch()).isEqualTo(400);
    assertThat(cost.mean()).isCloseTo(25, within(0.1));
    assertThat(cost.p999()).isCloseTo(25, within(0.1));
  }

  @Test
  void waitingForACoreIsNotACost() {
    AtomicLong waited = new AtomicLong();
    AtomicLong calls = new AtomicLong();
    Problem problem =
        Problem.of(
            x -> {
              long others = calls.getAndIncrement() % 10 == 9 ? 4_000_000 : 0;
              waited.addAndGet(others);
              clock.addAndGet(10_000 + others);
              return x[0];
            },
            BOX);

    CostProfile cost =
        new CostMeter(clock::get, waited::get, () -> false)
            .measure(problem.evaluator(), POSITIONS, 1_000_000_000);

    assertThat(cost.max()).isCloseTo(10_000, within(20.0));
    assertThat(cost.mean()).isCloseTo(10_000, within(20.0));
  }

  @Test
  void sharedStateIsFoundOut() {
    CyclicBarrier pair = new CyclicBarrier(2);
    Thread serial = Thread.currentThread();
    double[] scratch = new double[1];
    Problem unsafe =
        Problem.of(
            x -> {
              scratch[0] = x[0];
              if (Thread.currentThread() != serial) {
                meet(pair);
              }
              return scratch[0];
            },
            BOX);
    assertThat(SafetyCheck.check(unsafe, 1, 6, 2)).isEqualTo(ThreadSafety.DIFFERS);
    assertThat(SafetyCheck.check(Problem.of(x -> x[0], BOX), 1, 6, 4))
        .isEqualTo(ThreadSafety.NO_DIFFERENCE_SEEN);
  }

  @Test
  void noiseAndExceptionsAreTold() {
    AtomicLong count = new AtomicLong();
    Thread serial = Thread.currentThread();
    Problem noisy = Problem.of(x -> x[0] + count.incrementAndGet(), BOX);
    Problem throwing =
        Problem.of(
            x -> {
              if (Thread.currentThread().getName().endsWith("-2")) {
                throw new IllegalStateException("a second thread");
              }
              return x[0];
            },
            BOX);
    Problem bound =
        Problem.of(
            x -> {
              if (Thread.currentThread() != serial) {
                throw new IllegalStateException("not my thread");
              }
              return x[0];
            },
            BOX);
    assertThat(SafetyCheck.check(noisy, 1, 6, 2)).isEqualTo(ThreadSafety.NOT_REPEATABLE);
    assertThat(SafetyCheck.check(throwing, 1, 6, 2)).isEqualTo(ThreadSafety.THROWS);
    assertThat(SafetyCheck.check(bound, 1, 6, 2)).isEqualTo(ThreadSafety.THROWS_ALONE);
  }

  @Test
  void roundsAreShuffledAndDriftCancels() {
    ScalabilityLaw law = new ScalabilityLaw(1000, 0.1, 0);
    int[] counts = {1, 2, 4};
    List<Integer> order = new ArrayList<>();
    Rounds.Meter drifting =
        (workers, round) -> {
          order.add(workers);
          clock.addAndGet(100);
          double rate = law.rate(workers) * Math.exp(-0.1 * round);
          return sample(workers, round, rate);
        };

    Measurements found =
        new Rounds(counts, 4, drifting, clock::get, () -> false, line -> {})
            .measure(100 * 3 * 10 + 400, 1);

    assertThat(found.rounds()).isBetween(9, 10);
    Set<List<Integer>> orders = new HashSet<>();
    for (int i = order.size() - 3 * found.rounds(); i + 3 <= order.size(); i += 3) {
      assertThat(order.subList(i, i + 3)).containsExactlyInAnyOrder(1, 2, 4);
      orders.add(List.copyOf(order.subList(i, i + 3)));
    }
    assertThat(orders).hasSizeGreaterThan(2);
    WorkerRate two = found.workerRates().get(1);
    assertThat(two.speedUp()).isCloseTo(2 / 1.1, within(1e-9));
    assertThat(two.speedUpInterval().upper()).isCloseTo(2 / 1.1, within(1e-9));
    assertThat(two.rateInterval().upper()).isGreaterThan(1.1 * two.rate());
  }

  @Test
  void steadyRatesEndTheMeasurementEarly() {
    Rounds.Meter steady = (workers, round) -> sample(workers, round, 10);

    assertThat(
            new Rounds(new int[] {1, 2}, 2, steady, clock::get, () -> false, line -> {})
                .measure(Long.MAX_VALUE, 1)
                .rounds())
        .isEqualTo(6);
  }

  @Test
  void stoppedMeasurementsKeepTheRoundsFinished() {
    AtomicLong measured = new AtomicLong();
    Rounds.Meter slow =
        (workers, round) -> {
          measured.incrementAndGet();
          return sample(workers, round, 10 * (1 + measured.get() % 2));
        };

    Rounds rounds =
        new Rounds(new int[] {1, 2}, 2, slow, clock::get, () -> measured.get() >= 9, line -> {});

    assertThat(rounds.measure(Long.MAX_VALUE, 1).rounds()).isEqualTo(2);
    assertThat(rounds.measure(Long.MAX_VALUE, 1).rounds()).isZero();
  }

  @Test
  void intervalOfAGeometricMean() {
    Interval interval = Measurements.interval(new double[] {Math.log(90), Math.log(110)});

    double half = 12.7062 * Math.log(110.0 / 90) / 2;
    assertThat(interval.upper() / interval.lower()).isCloseTo(Math.exp(2 * half), within(0.01));
    assertThat(Measurements.interval(new double[] {1}).upper()).isInfinite();
  }

  @Test
  void ratesArePutUpByWhatOthersTook() {
    assertThat(new CoreShare(1_000, 0, 0).correction(1_000, 2)).isEqualTo(1);
    assertThat(new CoreShare(500, 500, 0).correction(1_000, 2)).isEqualTo(2);
    assertThat(new CoreShare(2_000, 2_000, 0).correction(1_000, 2)).isEqualTo(1);
    assertThat(new CoreShare(1_000, 3_000, 0).correction(1_000, 2)).isEqualTo(2);
    assertThat(new CoreShare(100, 0, 0).correction(1_000, 2)).isEqualTo(1);
    assertThat(new CoreShare(0, 0, 0).correction(1_000, 2)).isEqualTo(1);
    assertThat(new CoreShare(750, 250, 0).served()).isEqualTo(0.75);
    assertThat(new CoreShare(0, 0, 0).served()).isNaN();
  }

  @Test
  void workersThatTakeTurnsAtALockHaveOneCoresRate() {
    assertThat(speedUpOfTwo(0.07, 0.2, 0)).isCloseTo(2, within(1e-9));
    assertThat(speedUpOfTwo(0.28, 0.2, 0)).isCloseTo(1, within(1e-9));
    assertThat(speedUpOfTwo(0.28, 0.99, 0)).isCloseTo(2, within(1e-9));
    assertThat(speedUpOfTwo(0.9, 0.2, 0.9)).isCloseTo(2, within(1e-9));
    assertThat(speedUpOfTwo(Double.NaN, 0.2, Double.NaN)).isCloseTo(2, within(1e-9));
  }

  /** One core makes 100 evaluations a second; two, judged by the run queue, 200. */
  private static double speedUpOfTwo(double yields, double served, double yieldsOfOne) {
    SearchProfile profile = new SearchProfile(4, 40, 12);
    Measurements measurements = new Measurements(new int[] {1, 2}, 2);
    for (int round = 1; round <= 3; round++) {
      RateSample[] samples = {
        new RateSample(1, round, 20, 100, served, 100, yieldsOfOne, profile),
        new RateSample(2, round, 22, 200, served, 100, yields, profile)
      };
      measurements.add(samples);
    }
    return measurements.workerRates().get(1).speedUp();
  }

  @Test
  void numbersOfWorkersFitTheMachine() {
    assertThat(WorkerCounts.of(machine(2, 1))).containsExactly(1, 2, 3, 4);
    assertThat(WorkerCounts.of(machine(1, 0))).containsExactly(1, 2);
    assertThat(WorkerCounts.of(machine(12, 2))).containsExactly(1, 2, 3, 4, 6, 8, 12, 18, 24);
    assertThat(WorkerCounts.of(machine(20, 2))).contains(10, 20, 30, 40);
  }

  private static RateSample sample(int workers, int round, double rate) {
    return new RateSample(workers, round, rate, rate, 1, rate, 0, new SearchProfile(4, 40, 12));
  }

  private static Machine machine(int processors, int threadsPerCore) {
    return new Machine(processors, threadsPerCore, "cpu", "vm", 0);
  }

  private static void meet(CyclicBarrier pair) {
    try {
      pair.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
