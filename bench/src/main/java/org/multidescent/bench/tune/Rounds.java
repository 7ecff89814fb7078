package org.multidescent.bench.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Measures round after round, each in a random order of its own. */
final class Rounds {

  private static final int FEWEST = 3;
  private static final int ENOUGH = 6;
  private static final int MOST = 100;
  private static final double PRECISE = 0.01;
  private static final double RISING = 1.05;
  private static final int STEADY = 2;

  /** Measures one sample. */
  @FunctionalInterface
  interface Meter {
    RateSample measure(int workers, int round);
  }

  private final int[] workers;
  private final int processors;
  private final Meter meter;
  private final LongSupplier clock;
  private final BooleanSupplier stop;
  private final Consumer<String> log;
  private final List<RateSample> first = new ArrayList<>();

  /**
   * Creates rounds.
   *
   * @param workers numbers of workers, rising from 1
   * @param processors those of the machine
   * @param meter measures one sample
   * @param clock nanoseconds
   * @param stop asked before each sample whether to end at once
   * @param log takes a line of text now and then
   */
  Rounds(
      int[] workers,
      int processors,
      Meter meter,
      LongSupplier clock,
      BooleanSupplier stop,
      Consumer<String> log) {
    this.workers = workers.clone();
    this.processors = processors;
    this.meter = meter;
    this.clock = clock;
    this.stop = stop;
    this.log = log;
  }

  /**
   * Measures until the time is up or all rates are known to 1 %; at least three rounds unless
   * stopped. Samples before them, until the rate rises no more, warm up and do not count.
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
      RateSample[] samples = round(round, random);
      if (samples == null) {
        break;
      }
      measurements.add(samples);
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

  /** Returns the samples taken so far that warmed up, and those of the first round. */
  List<RateSample> first() {
    return List.copyOf(first);
  }

  /** The compiler needs its time, above all on a machine where it has to wait for a core. */
  private void warmUp(long end) {
    double best = 0;
    int steady = 0;
    while (steady < STEADY && clock.getAsLong() < end && !stop.getAsBoolean()) {
      double rate = sample(workers[0], 0).exclusiveRate();
      steady = rate > RISING * best ? 0 : steady + 1;
      best = Math.max(best, rate);
    }
    if (!stop.getAsBoolean()) {
      sample(workers[workers.length - 1], 0);
    }
  }

  /** Returns a sample for each number of workers, or null if stopped in their midst. */
  private RateSample @Nullable [] round(int round, SplittableRandom random) {
    RateSample[] samples = new RateSample[workers.length];
    for (int index : order(random)) {
      if (stop.getAsBoolean()) {
        return null;
      }
      samples[index] = sample(workers[index], round);
    }
    return samples;
  }

  private RateSample sample(int count, int round) {
    RateSample sample = meter.measure(count, round);
    if (round <= 1) {
      first.add(sample);
    }
    return sample;
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
