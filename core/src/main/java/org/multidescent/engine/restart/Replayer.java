package org.multidescent.engine.restart;

import java.util.ArrayList;
import java.util.List;
import org.multidescent.descent.Point;
import org.multidescent.descent.Stall;
import org.multidescent.engine.budget.ComponentFailure;
import org.multidescent.engine.budget.NoiseState;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;

/**
 * Runs single descents of a search again, on the calling thread. A descent depends on its origin,
 * its summary, the settings and the scale of values at the first starts; these are evaluated again.
 */
public final class Replayer {

  private final SearchSettings settings;
  private final StartSource startSource;
  private final ValueScale valueScale;
  private final ReplayCounters counters;
  private final CountedOracle oracle;
  private final DescentFactory factory;

  private Replayer(SearchSettings settings) {
    this.settings = settings;
    this.startSource =
        new StartSource(
            settings.path().starts().sequence(),
            settings.path().seed(),
            settings.problem().startBox(),
            settings.path().coordinates());
    this.valueScale = new ValueScale(settings.path().starts().sample());
    this.counters = new ReplayCounters(settings.problem().dimension());
    this.oracle =
        new CountedOracle(
            settings.problem(),
            settings.path().coordinates(),
            settings.path().descent().differences(),
            counters);
    this.factory =
        new DescentFactory(
            settings,
            startSource,
            valueScale,
            oracle,
            () -> Double.POSITIVE_INFINITY,
            NoiseState.of(settings));
  }

  /**
   * Runs a descent again.
   *
   * @param settings those of the search
   * @param origin where the descent began
   * @param summary how it went
   * @param value the value it is known for: where no step ended there, the path ends at the trial
   *     that found it; NaN for that of its end
   * @return its path
   * @throws IllegalArgumentException if the origin is one of another dimension
   * @throws IllegalStateException if the starts fail; the message says which
   */
  public static Replay run(
      SearchSettings settings, Origin origin, DescentSummary summary, double value) {
    int dimension = settings.problem().dimension();
    if (origin instanceof Origin.Drawn drawn && drawn.place().u().length != dimension) {
      throw new IllegalArgumentException(
          "origin: a position of %d coordinates (expected: %d, as the box has)"
              .formatted(drawn.place().u().length, dimension));
    }
    Replayer replayer = new Replayer(settings);
    try {
      replayer.measureValueScale();
      return replayer.descend(origin, summary, value);
    } catch (ComponentFailure failure) {
      throw new IllegalStateException(failure.message(), failure.cause());
    }
  }

  private void measureValueScale() {
    double[] u = new double[oracle.dimension()];
    for (int start = 0; start < settings.path().starts().sample(); start++) {
      startSource.locate(start, u);
      oracle.samples(SampleNames.ofStart(settings.path().seed(), start), 0);
      valueScale.record(start, oracle.value(u));
    }
    valueScale.compute();
  }

  private Replay descend(Origin origin, DescentSummary summary, double value) {
    double[] u = new double[oracle.dimension()];
    factory.locate(origin, u);
    long seed = settings.path().seed();
    oracle.samples(SampleNames.ofFirst(seed, origin), 0);
    Point point = factory.from(origin, oracle.value(u), summary.best()).point;
    long most = Math.min(settings.budget().evaluations(), summary.evaluations());
    counters.begin(most, point.value());
    List<Result.Best> path = new ArrayList<>();
    path.add(position(point.position(), point.value()));
    Stall stall = null;
    long steps = 0;
    try {
      while (stall == null && point.steps() < settings.budget().steps()) {
        oracle.samples(SampleNames.ofDescent(seed, origin), counters.evaluations());
        stall = settings.path().descent().advance(point, oracle);
        if (point.steps() != steps) {
          steps = point.steps();
          path.add(position(point.position(), point.value()));
        }
        if (stall != null && summary.refined()) {
          stall =
              settings.path().descent().refine(point, stall, Double.POSITIVE_INFINITY)
                  ? null
                  : stall;
        }
      }
    } catch (StopSearch spent) {
      if (point.steps() != steps) {
        path.add(position(point.position(), point.value()));
      }
      addLowest(path, point);
    }
    if (counters.lowest() == value) {
      addLowest(path, point);
    }
    return new Replay(origin, path, counters.evaluations(), stall);
  }

  /** Ends the path of a descent that was cut short at the lowest position a trial found. */
  private void addLowest(List<Result.Best> path, Point point) {
    if (counters.lowest() < point.value()) {
      path.add(position(counters.lowestPosition(), counters.lowest()));
    }
  }

  private Result.Best position(double[] u, double value) {
    double[] x = new double[oracle.dimension()];
    settings.path().coordinates().toProblem(u, 0, x, 0);
    return new Result.Best(x, value, settings.problem().bounds());
  }
}
