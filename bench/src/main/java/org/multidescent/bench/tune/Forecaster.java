package org.multidescent.bench.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.multidescent.bench.statistics.Interval;

/** Fits the scalability law to rounds of rates, and to resampled rounds for its uncertainty. */
final class Forecaster {

  private static final int RESAMPLES = 400;
  private static final double LEAST_ERROR = 0.002;
  private static final int[] MULTIPLES = {2, 4, 8};

  private final double[] workers;
  private final double[][] rounds;
  private final int processors;

  /**
   * Creates a forecaster.
   *
   * @param ladder numbers of workers; those above the number of processors do not count, since
   *     there workers share cores and the law does not hold
   * @param rounds rates, a row a round, a column a rung
   * @param processors how many there are
   */
  Forecaster(int[] ladder, double[][] rounds, int processors) {
    int points = (int) IntStream.of(ladder).filter(index -> index <= processors).count();
    this.workers = Arrays.stream(ladder).limit(points).asDoubleStream().toArray();
    this.rounds =
        Arrays.stream(rounds).map(row -> Arrays.copyOf(row, points)).toArray(double[][]::new);
    this.processors = processors;
  }

  Forecast forecast(long seed) {
    int points = workers.length;
    if (points < 2 || rounds.length == 0) {
      return nothing();
    }
    double[] errors = errors();
    ScalabilityLaw law = fit(rounds, errors, points).get(0);
    List<ScalabilityLaw> laws = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < RESAMPLES; i++) {
      double[][] resampled = new double[rounds.length][];
      Arrays.setAll(resampled, j -> rounds[random.nextInt(rounds.length)]);
      laws.addAll(fit(resampled, errors, points));
    }
    return new Forecast(
        law,
        points,
        interval(laws, ScalabilityLaw::contention),
        interval(laws, ScalabilityLaw::coherency),
        interval(laws, ScalabilityLaw::peak),
        IntStream.of(MULTIPLES)
            .map(multiple -> multiple * processors)
            .mapToObj(n -> new Forecast.Rate(n, law.rate(n), interval(laws, each -> each.rate(n))))
            .toList());
  }

  private Forecast nothing() {
    Interval any = new Interval(0, Double.POSITIVE_INFINITY);
    double rate = rounds.length == 0 || workers.length == 0 ? Double.NaN : means(rounds)[0];
    return new Forecast(
        new ScalabilityLaw(rate, 0, 0),
        workers.length,
        any,
        any,
        new Interval(1, Double.POSITIVE_INFINITY),
        List.of());
  }

  /** Returns the law; of two points both that are possible, the one without coherency first. */
  private List<ScalabilityLaw> fit(double[][] rows, double[] errors, int points) {
    ScalabilityFit fit = new ScalabilityFit(workers, means(rows), errors);
    return points == 2
        ? List.of(fit.best(true, false), fit.best(false, true))
        : List.of(fit.best());
  }

  private double[] means(double[][] rows) {
    double[] means = new double[workers.length];
    Arrays.setAll(
        means,
        index ->
            Math.exp(
                Arrays.stream(rows).mapToDouble(row -> Math.log(row[index])).average().orElse(0)));
    return means;
  }

  /** Returns the relative standard error of each rung's mean. */
  private double[] errors() {
    double[] means = means(rounds);
    double[] errors = new double[workers.length];
    Arrays.setAll(
        errors,
        index -> {
          double squares =
              Arrays.stream(rounds)
                  .mapToDouble(row -> Math.log(row[index] / means[index]))
                  .map(value -> value * value)
                  .sum();
          int count = rounds.length;
          return Math.max(LEAST_ERROR, Math.sqrt(squares / Math.max(1, count - 1) / count));
        });
    return errors;
  }

  private static Interval interval(
      List<ScalabilityLaw> laws, ToDoubleFunction<ScalabilityLaw> value) {
    double[] sorted = laws.stream().mapToDouble(value).sorted().toArray();
    int cut = (int) Math.round(0.025 * (sorted.length - 1));
    return new Interval(sorted[cut], sorted[sorted.length - 1 - cut]);
  }
}
