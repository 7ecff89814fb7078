package org.multidescent.engine.restart;

import java.util.ArrayList;
import java.util.List;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.Point;
import org.multidescent.descent.Stall;
import org.multidescent.engine.budget.ComponentFailure;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;

/**
 * Runs single descents of a search again, on the calling thread. A descent depends on its origin,
 * its course, the settings and the spread of values at the first starts; these are evaluated again.
 */
public final class Replayer {

  private final SearchSettings settings;
  private final StartSource nursery;
  private final ValueScale spread;
  private final ReplayCounters tally;
  private final Oracle oracle;
  private final DescentFactory launch;

  private Replayer(SearchSettings settings) {
    this.settings = settings;
    this.nursery =
        new StartSource(
            settings.starts(),
            settings.seed(),
            settings.problem().startBox(),
            settings.coordinates());
    this.spread = new ValueScale(settings.sample());
    this.tally = new ReplayCounters();
    this.oracle =
        new CountedOracle(
            settings.problem(), settings.coordinates(), settings.descent().differences(), tally);
    this.launch =
        new DescentFactory(settings, nursery, spread, oracle, () -> Double.POSITIVE_INFINITY);
  }

  /**
   * Runs a descent again.
   *
   * @param settings those of the search
   * @param origin where the descent began
   * @param course how it went
   * @return its path
   * @throws IllegalArgumentException if the origin is one of another dimension
   * @throws IllegalStateException if the starts fail; the message says which
   */
  public static Replay run(SearchSettings settings, Origin origin, DescentSummary course) {
    int dimension = settings.problem().dimension();
    if (origin instanceof Origin.Drawn drawn && drawn.place().position().length != dimension) {
      throw new IllegalArgumentException(
          "origin: a position of %d coordinates (expected: %d, as the box has)"
              .formatted(drawn.place().position().length, dimension));
    }
    Replayer replays = new Replayer(settings);
    try {
      replays.measureSpread();
      return replays.descend(origin, course);
    } catch (ComponentFailure failure) {
      throw new IllegalStateException(failure.message(), failure.cause());
    }
  }

  private void measureSpread() {
    double[] u = new double[oracle.dimension()];
    for (int start = 0; start < settings.sample(); start++) {
      nursery.locate(start, u);
      spread.note(start, oracle.value(u));
    }
    spread.settle();
  }

  private Replay descend(Origin origin, DescentSummary course) {
    double[] u = new double[oracle.dimension()];
    launch.locate(origin, u);
    Point point = launch.from(origin, oracle.value(u), course.best()).point;
    tally.begin(settings.budget().evaluations());
    List<Result.Best> path = new ArrayList<>();
    path.add(position(point));
    Stall stall = null;
    try {
      while (stall == null && point.steps() < settings.budget().steps()) {
        long steps = point.steps();
        stall = settings.descent().advance(point, oracle);
        if (point.steps() != steps) {
          path.add(position(point));
        }
        if (stall != null && course.refined()) {
          stall = settings.descent().refine(point, stall, Double.POSITIVE_INFINITY) ? null : stall;
        }
      }
    } catch (StopSearch spent) {
      // The descent would have gone on.
    }
    return new Replay(origin, path, tally.calls(), stall);
  }

  private Result.Best position(Point point) {
    double[] x = new double[oracle.dimension()];
    settings.coordinates().toProblem(point.position(), 0, x, 0);
    return new Result.Best(x, point.value());
  }
}
