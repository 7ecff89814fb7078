package org.multidescent.engine.restart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.multidescent.catalogue.Tolerance;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Stall;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.budget.NoiseState;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.problem.Problem;
import org.multidescent.report.Completeness;
import org.multidescent.report.Counts;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.Estimate;
import org.multidescent.report.FoundOptima;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;
import org.multidescent.util.Require;

/**
 * Finishes the best of a result's optima on the calling thread: each is polished from where its
 * descent was given up, one after the other, until the evaluations are used up. Those that come to
 * the same position become one.
 */
public final class Finisher {

  private static final double BESIDE = 1e-3;

  private final SearchSettings settings;
  private final WorkingCoordinates coordinates;
  private final ReplayCounters counters;
  private final CountedOracle oracle;
  private final DescentFactory factory;
  private final List<Optimum> known = new ArrayList<>();
  private final double best;
  private Counts done = Counts.NONE;

  private Finisher(SearchSettings settings, Result result) {
    int dimension = settings.problem().dimension();
    this.settings = settings;
    this.coordinates = settings.path().coordinates();
    this.counters = new ReplayCounters(dimension);
    this.oracle =
        new CountedOracle(
            settings.problem(), coordinates, settings.path().descent().differences(), counters);
    StartSource starts =
        new StartSource(
            settings.path().starts().sequence(),
            settings.path().seed(),
            settings.problem().startBox(),
            coordinates);
    this.factory =
        new DescentFactory(
            settings,
            starts,
            new ValueScale(0),
            oracle,
            () -> Double.POSITIVE_INFINITY,
            NoiseState.none());
    this.best = result.best().value();
  }

  /**
   * Finishes optima.
   *
   * @param settings those of the search
   * @param result what it found
   * @param optima how many of the lowest that are not finished
   * @param evaluations how many may be made
   * @return the result with those finished, and all that was done counted
   */
  public static Result run(SearchSettings settings, Result result, int optima, long evaluations) {
    Require.atLeast("optima", optima, 1);
    Require.atLeast("evaluations", evaluations, 1);
    Problem problem = settings.problem();
    int dimension = result.best().x().length;
    if (dimension != problem.dimension()) {
      throw new IllegalArgumentException(
          "result: %d coordinates (expected: %d, as the box has)"
              .formatted(dimension, problem.dimension()));
    }
    if (result.isNoisy() || problem.isSampled()) {
      throw new IllegalArgumentException(
          "result: of %s (expected: one whose descents can be finished)"
              .formatted(problem.isSampled() ? "sampled gradients" : "a noisy objective"));
    }
    long start = System.nanoTime();
    Finisher finisher = new Finisher(settings, result);
    List<Optimum> all =
        Stream.concat(result.optima().stream(), result.unfinished().stream())
            .sorted(Comparator.comparingDouble(Optimum::value))
            .toList();
    all.stream().filter(Optimum::isFinished).forEach(finisher::join);
    long started = 0;
    for (Optimum optimum : all) {
      if (!optimum.isFinished()) {
        long left = evaluations - finisher.done.evaluations();
        boolean wanted = started++ < optima && left > 0;
        finisher.join(wanted ? finisher.finish(optimum, left) : optimum);
      }
    }
    return finisher.result(result, Duration.ofNanos(System.nanoTime() - start));
  }

  /**
   * Descends from an optimum; returns where that ended, or the lowest position it came to. Where no
   * step was taken it may be a saddle, from which the gradient leads nowhere: then a descent from
   * beside it tells.
   */
  private Optimum finish(Optimum optimum, long evaluations) {
    double[] u = new double[coordinates.dimension()];
    coordinates.toWorking(optimum.x(), u);
    long before = done.evaluations();
    long steps = done.steps();
    Optimum there = finish(optimum, u, evaluations);
    long left = evaluations - (done.evaluations() - before);
    if (!there.isFinished() || done.steps() > steps || left <= 0) {
      return there;
    }
    for (int i = 0; i < u.length; i++) {
      double aside = (i % 2 == 0 ? BESIDE : -BESIDE) / (1 + i);
      u[i] = coordinates.clamp(i, u[i] + aside * coordinates.extent(i));
    }
    Optimum beside = finish(optimum, u, left);
    return beside.value() < there.value() ? beside : there;
  }

  private Optimum finish(Optimum optimum, double[] u, long left) {
    counters.begin(left, Double.POSITIVE_INFINITY);
    double value = oracle.value(u);
    Origin origin =
        new Origin.Polish(new Origin.Place(Math.max(0, optimum.id()), 0, toProblem(u), u));
    LivePoint live = factory.from(origin, value, best);
    long before = counters.evaluations();
    DescentEnd end = descend(live);
    live.evaluations = counters.evaluations() - before;
    done = done.plus(counters.counts(live.point.steps()));
    double[] at = end.isFinished() ? live.point.position() : counters.lowestPosition();
    double reached = end.isFinished() ? live.point.value() : counters.lowest();
    if (!end.isFinished() && !(reached < optimum.value())) {
      return optimum;
    }
    return new Optimum(
        optimum.id(),
        toProblem(at),
        Estimate.exact(reached),
        Math.max(optimum.highest(), reached),
        optimum.hits(),
        optimum.firstSeen(),
        origin,
        live.summary(end),
        optimum.starts());
  }

  private DescentEnd descend(LivePoint live) {
    Descent descent = settings.path().descent();
    try {
      Stall stall = Double.isFinite(live.point.value()) ? null : Stall.NOT_FINITE;
      while (stall == null) {
        stall = descent.advance(live.point, oracle);
      }
      return live.end(stall, descent);
    } catch (StopSearch spent) {
      return DescentEnd.UNDER_WAY;
    }
  }

  /** Adds an optimum to those known, or to the one that is at the same position. */
  private void join(Optimum optimum) {
    for (int k = 0; k < known.size(); k++) {
      Optimum other = known.get(k);
      if (optimum.isFinished() == other.isFinished() && isSame(optimum, other)) {
        known.set(k, union(other, optimum));
        return;
      }
    }
    known.add(optimum);
  }

  private boolean isSame(Optimum one, Optimum other) {
    double[] a = new double[coordinates.dimension()];
    double[] b = new double[coordinates.dimension()];
    coordinates.toWorking(one.x(), a);
    coordinates.toWorking(other.x(), b);
    return Tolerance.standard(a.length, 0).near(a, b) < Double.POSITIVE_INFINITY;
  }

  private static Optimum union(Optimum one, Optimum other) {
    Optimum lower = other.value() < one.value() ? other : one;
    return new Optimum(
        one.id() < 0 ? other.id() : one.id(),
        lower.x(),
        lower.estimate(),
        Math.max(one.highest(), other.highest()),
        one.hits() + other.hits(),
        Math.min(one.firstSeen(), other.firstSeen()),
        lower.origin(),
        lower.descent(),
        Stream.concat(one.starts().stream(), other.starts().stream())
            .sorted()
            .distinct()
            .limit(Optimum.STARTS)
            .toList());
  }

  private Result result(Result before, Duration took) {
    known.sort(Comparator.comparingDouble(Optimum::value).thenComparing(Optimum::id));
    List<Optimum> finished = new ArrayList<>();
    List<Optimum> unfinished = new ArrayList<>();
    for (int k = 0; k < known.size(); k++) {
      (k == 0 || known.get(k).isFinished() ? finished : unfinished).add(known.get(k));
    }
    Result.Best lowest = before.best();
    if (!known.isEmpty() && known.get(0).value() < lowest.value()) {
      lowest = new Result.Best(known.get(0).x(), known.get(0).value(), lowest.box());
    }
    Progress then = before.progress();
    int optima = (int) finished.stream().filter(Optimum::isFinished).count();
    Progress now =
        new Progress(
            lowest.value(),
            then.counts().plus(done),
            optima,
            then.timedOut(),
            then.elapsed().plus(took),
            then.rates(),
            then.ending());
    return new Result(
        lowest,
        new FoundOptima(finished, unfinished, completeness(finished)),
        now,
        before.initialStarts(),
        before.initialEvaluations(),
        before.budget(),
        before.waiting(),
        before.history(),
        before.faultSummary());
  }

  private static Completeness completeness(List<Optimum> optima) {
    long stalls = 0;
    long distinct = 0;
    for (Optimum optimum : optima) {
      if (optimum.isFinished()) {
        stalls += optimum.starts().size();
        distinct += Math.min(optimum.starts().size(), 1);
      }
    }
    return new Completeness(stalls, distinct);
  }

  private double[] toProblem(double[] u) {
    double[] x = new double[u.length];
    coordinates.toProblem(u, 0, x, 0);
    return x;
  }
}
