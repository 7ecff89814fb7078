package org.multidescent.bench.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.continuous.TDistribution;
import org.multidescent.bench.statistics.Interval;

/**
 * Rounds of windows: each round has one window for each number of workers.
 *
 * <p>Where workers wait much for locks, what other programs took cannot be told from the run queue:
 * a thread that was woken to take a lock stands there too, and finds the lock taken again. Such
 * workers are held to take turns, so that their rate on a machine of their own is that of one core.
 */
final class Measurements {

  private static final double UPPER_QUANTILE = 0.975;

  /** Of the time in which a worker could wait for another one; a guess between what was seen. */
  private static final double MUCH_WAITING = 0.15;

  private static final double ALONE = 0.9;

  private final int[] workers;
  private final int processors;
  private final List<RateSample[]> rounds = new ArrayList<>();

  /**
   * Creates an empty collection.
   *
   * @param ladder numbers of workers, rising from 1
   * @param processors those of the machine
   */
  Measurements(int[] ladder, int processors) {
    this.workers = ladder.clone();
    this.processors = processors;
  }

  /** Takes a finished round: a window for each rung of the ladder, in that order. */
  void add(RateSample[] round) {
    rounds.add(round.clone());
  }

  int[] workers() {
    return workers.clone();
  }

  int rounds() {
    return rounds.size();
  }

  /** Returns the rates, a row a round, a column a rung. */
  double[][] rates() {
    boolean turns = takeTurns();
    return rounds.stream()
        .map(
            round ->
                Arrays.stream(round).mapToDouble(window -> exclusiveRate(window, turns)).toArray())
        .toArray(double[][]::new);
  }

  /** Tells whether workers, as many as there are processors or fewer, wait much for locks. */
  boolean takeTurns() {
    int most = Arrays.stream(workers).filter(index -> index <= processors).max().orElse(1);
    double waiting =
        rounds.stream()
            .flatMap(Arrays::stream)
            .filter(window -> window.workers() == most)
            .mapToDouble(RateSample::waiting)
            .average()
            .orElse(0);
    return most > 1 && waiting > MUCH_WAITING * (most - 1);
  }

  private static double exclusiveRate(RateSample window, boolean turns) {
    return turns && window.workers() > 1 && window.served() < ALONE
        ? Math.max(window.rate(), window.perCore())
        : window.exclusiveRate();
  }

  List<WorkerRate> workerRates() {
    List<WorkerRate> levels = new ArrayList<>();
    for (int index = 0; index < workers.length; index++) {
      levels.add(workerRate(index));
    }
    return levels;
  }

  /** Returns the widest interval's half-width as a part of its rate. */
  double precision() {
    return workerRates().stream()
        .mapToDouble(level -> Math.sqrt(level.rateInterval().upper() / level.rate()) - 1)
        .map(half -> 2 * half)
        .max()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Returns the mean of something over all windows where it is a finite number. */
  double mean(ToDoubleFunction<RateSample> value) {
    return rounds.stream()
        .flatMap(Arrays::stream)
        .mapToDouble(value)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  long fewestLive() {
    return rounds.stream().flatMap(Arrays::stream).mapToLong(RateSample::live).min().orElse(0);
  }

  private WorkerRate workerRate(int index) {
    boolean turns = takeTurns();
    double[] rates = logs(round -> exclusiveRate(round[index], turns));
    double[] speedUps =
        logs(round -> exclusiveRate(round[index], turns) / exclusiveRate(round[0], turns));
    return new WorkerRate(
        workers[index],
        rounds.size(),
        Math.exp(mean(logs(round -> round[index].rate()))),
        Math.exp(mean(rates)),
        interval(rates),
        Math.exp(mean(speedUps)),
        interval(speedUps),
        rounds.stream()
            .mapToDouble(round -> round[index].served())
            .filter(Double::isFinite)
            .average()
            .orElse(Double.NaN));
  }

  private double[] logs(ToDoubleFunction<RateSample[]> value) {
    return rounds.stream().mapToDouble(value).map(Math::log).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** Returns the 95 % interval of the geometric mean of values given by their logarithms. */
  static Interval interval(double[] logs) {
    int count = logs.length;
    if (count < 2) {
      return new Interval(0, Double.POSITIVE_INFINITY);
    }
    double mean = mean(logs);
    double squares = Arrays.stream(logs).map(value -> (value - mean) * (value - mean)).sum();
    double half =
        new TDistribution(count - 1.0).inverseCumulativeProbability(UPPER_QUANTILE)
            * Math.sqrt(squares / (count - 1) / count);
    return new Interval(Math.exp(mean - half), Math.exp(mean + half));
  }
}
