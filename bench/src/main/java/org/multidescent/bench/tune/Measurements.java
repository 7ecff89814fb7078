package org.multidescent.bench.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.multidescent.bench.statistics.Interval;

/**
 * Rounds of samples: each round has one sample for each number of workers.
 *
 * <p>Where workers take turns at a lock, what other programs took cannot be told from the run
 * queue: a thread that was woken to take the lock stands there too, and finds it taken again. Such
 * workers leave their cores by themselves, where workers that compute side by side leave them only
 * when they are preempted. The rate of workers that take turns, on a machine of their own, is that
 * of one core.
 */
final class Measurements {

  private static final double UPPER_QUANTILE = 0.975;

  /** Workers side by side leave up to .07 of the times by themselves, at a lock .28 or more. */
  private static final double OFTEN = 0.15;

  private static final double ALONE = 0.9;

  private final int[] workers;
  private final int processors;
  private final List<RateSample[]> rounds = new ArrayList<>();

  /**
   * Creates an empty collection.
   *
   * @param workers numbers of workers, rising from 1
   * @param processors those of the machine
   */
  Measurements(int[] workers, int processors) {
    this.processors = processors;
    this.workers = workers.clone();
  }

  /** Takes a finished round: a sample for each number of workers, in that order. */
  void add(RateSample[] round) {
    rounds.add(round.clone());
  }

  int[] workers() {
    return workers.clone();
  }

  int rounds() {
    return rounds.size();
  }

  /** Returns the rates, a row a round, a column a number of workers. */
  double[][] rates() {
    boolean turns = takeTurns();
    return rounds.stream()
        .map(
            round ->
                Arrays.stream(round).mapToDouble(sample -> exclusiveRate(sample, turns)).toArray())
        .toArray(double[][]::new);
  }

  /** Tells whether workers, as many as there are processors or fewer, take turns at a lock. */
  boolean takeTurns() {
    int most = Arrays.stream(workers).filter(count -> count <= processors).max().orElse(1);
    return most > 1 && yields(most) > yields(1) + OFTEN;
  }

  private double yields(int count) {
    return rounds.stream()
        .flatMap(Arrays::stream)
        .filter(sample -> sample.workers() == count)
        .mapToDouble(RateSample::yields)
        .filter(Double::isFinite)
        .average()
        .orElse(0);
  }

  private static double exclusiveRate(RateSample sample, boolean turns) {
    return turns && sample.workers() > 1 && sample.served() < ALONE
        ? Math.max(sample.rate(), sample.perCore())
        : sample.exclusiveRate();
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

  /** Returns the means over all samples, and the fewest points that were alive. */
  SearchProfile profile() {
    return new SearchProfile(
        mean(SearchProfile::evaluationsPerStep),
        mean(SearchProfile::evaluationsPerDescent),
        profiles().mapToLong(SearchProfile::live).min().orElse(0));
  }

  private double mean(ToDoubleFunction<SearchProfile> value) {
    return profiles().mapToDouble(value).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  private Stream<SearchProfile> profiles() {
    return rounds.stream().flatMap(Arrays::stream).map(RateSample::profile);
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
