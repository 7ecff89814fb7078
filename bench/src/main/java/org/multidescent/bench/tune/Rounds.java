package org.multidescent.bench.tune;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Measures round after round, each in a random order of its own. */
final class Rounds {

  private static final int FEWEST = 3;
  private static final int ENOUGH = 6;
  private static final int MOST = 100;
  private static final double PRECISE = 0.01;
  private static final double RISING = 1.05;
  private static final int SETTLED = 2;

  /** Measures one window. */
  @FunctionalInterface
  interface Meter {
    RateSample measure(int workers, int round);
  }

  private final int[] workers;
  private final int processors;
  private final Meter meter;
  private final LongSupplier clock;
  private final Consumer<String> log;

  Rounds(int[] ladder, int processors, Meter meter, LongSupplier clock, Consumer<String> log) {
    this.workers = ladder.clone();
    this.processors = processors;
    this.meter = meter;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Measures until the time is up or all rates are known to 1 %; at least three rounds. Windows
   * before them, until the rate rises no more, warm up and do not count.
   *
   * @param limit nanoseconds
   * @param seed of the orders
   */
  Measurements measure(long limit, long seed) {
    log.accept("warming up ...");
    long begin = clock.getAsLong();
    warmUp(begin + limit / 3);
    SplittableRandom random = new SplittableRandom(seed);
    Measurements measurements = new Measurements(workers, processors);
    for (int round = 1; round <= MOST; round++) {
      measurements.add(round(round, random));
      if (round < FEWEST) {
        continue;
      }
      double precision = measurements.precision();
      log.accept(String.format(Locale.ROOT, "round %d: rates to %.1f %%", round, 100 * precision));
      long elapsed = clock.getAsLong() - begin;
      if (elapsed + elapsed / (round + 1) > limit || round >= ENOUGH && precision <= PRECISE) {
        break;
      }
    }
    return measurements;
  }

  /** The compiler needs its time, above all on a machine where it has to wait for a core. */
  private void warmUp(long end) {
    double best = 0;
    int settled = 0;
    do {
      double rate = meter.measure(workers[0], 0).exclusiveRate();
      settled = rate > RISING * best ? 0 : settled + 1;
      best = Math.max(best, rate);
    } while (settled < SETTLED && clock.getAsLong() < end);
    meter.measure(workers[workers.length - 1], 0);
  }

  private RateSample[] round(int round, SplittableRandom random) {
    int[] order = order(random);
    RateSample[] windows = new RateSample[workers.length];
    for (int index : order) {
      windows[index] = meter.measure(workers[index], round);
    }
    return windows;
  }

  private int[] order(SplittableRandom random) {
    int[] order = new int[workers.length];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
