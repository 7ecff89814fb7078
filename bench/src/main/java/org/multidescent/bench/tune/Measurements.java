package org.multidescent.bench.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.continuous.TDistribution;
import org.multidescent.bench.statistics.Interval;

/** Rounds of windows: each round has one window for each number of workers. */
final class Measurements {

  private static final double UPPER_QUANTILE = 0.975;

  private final int[] ladder;
  private final List<Window[]> rounds = new ArrayList<>();

  /**
   * Creates an empty collection.
   *
   * @param ladder numbers of workers, rising from 1
   */
  Measurements(int[] ladder) {
    this.ladder = ladder.clone();
  }

  /** Takes a finished round: a window for each rung of the ladder, in that order. */
  void add(Window[] round) {
    rounds.add(round.clone());
  }

  int[] ladder() {
    return ladder.clone();
  }

  int rounds() {
    return rounds.size();
  }

  /** Returns the rates, a row a round, a column a rung. */
  double[][] rates() {
    return rounds.stream()
        .map(round -> Arrays.stream(round).mapToDouble(Window::quiet).toArray())
        .toArray(double[][]::new);
  }

  List<Level> levels() {
    List<Level> levels = new ArrayList<>();
    for (int rung = 0; rung < ladder.length; rung++) {
      levels.add(level(rung));
    }
    return levels;
  }

  /** Returns the widest interval's half-width as a part of its rate. */
  double precision() {
    return levels().stream()
        .mapToDouble(level -> Math.sqrt(level.rateInterval().upper() / level.rate()) - 1)
        .map(half -> 2 * half)
        .max()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Returns the mean of something over all windows where it is a finite number. */
  double mean(ToDoubleFunction<Window> value) {
    return rounds.stream()
        .flatMap(Arrays::stream)
        .mapToDouble(value)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  long fewestLive() {
    return rounds.stream().flatMap(Arrays::stream).mapToLong(Window::live).min().orElse(0);
  }

  private Level level(int rung) {
    double[] rates = logs(round -> round[rung].quiet());
    double[] speedUps = logs(round -> round[rung].quiet() / round[0].quiet());
    return new Level(
        ladder[rung],
        rounds.size(),
        Math.exp(mean(logs(round -> round[rung].rate()))),
        Math.exp(mean(rates)),
        interval(rates),
        Math.exp(mean(speedUps)),
        interval(speedUps),
        rounds.stream()
            .mapToDouble(round -> round[rung].served())
            .filter(Double::isFinite)
            .average()
            .orElse(Double.NaN));
  }

  private double[] logs(ToDoubleFunction<Window[]> value) {
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
