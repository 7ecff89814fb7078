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
    Window measure(int workers, int round);
  }

  private final int[] ladder;
  private final int processors;
  private final Meter meter;
  private final LongSupplier clock;
  private final Consumer<String> log;

  Rounds(int[] ladder, int processors, Meter meter, LongSupplier clock, Consumer<String> log) {
    this.ladder = ladder.clone();
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
    Measurements measurements = new Measurements(ladder, processors);
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
      double rate = meter.measure(ladder[0], 0).quiet();
      settled = rate > RISING * best ? 0 : settled + 1;
      best = Math.max(best, rate);
    } while (settled < SETTLED && clock.getAsLong() < end);
    meter.measure(ladder[ladder.length - 1], 0);
  }

  private Window[] round(int round, SplittableRandom random) {
    int[] order = order(random);
    Window[] windows = new Window[ladder.length];
    for (int rung : order) {
      windows[rung] = meter.measure(ladder[rung], round);
    }
    return windows;
  }

  private int[] order(SplittableRandom random) {
    int[] order = new int[ladder.length];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
