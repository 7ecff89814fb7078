package org.multidescent.engine.restart;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.budget.ComponentFailure;
import org.multidescent.engine.budget.NoiseState;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.random.Mix;
import org.multidescent.random.RandomStream;
import org.multidescent.report.Origin;
import org.multidescent.restart.Perturbation;

/**
 * Has descents begin, for one worker: from a start, from a perturbation, or once more from where
 * one began. How a descent goes on is settled by its origin, its summary, the settings and the
 * scale of values alone, so that it can be run again. The points of ended descents are used again.
 */
public final class DescentFactory {

  /**
   * Coarse differences take twice as many evaluations as there are coordinates, where one would do
   * that comes with its gradient.
   */
  private static final int MOST_COARSE_COORDINATES = 16;

  private final SearchSettings settings;
  private final StartSource startSource;
  private final ValueScale valueScale;
  private final DoubleSupplier best;
  private final NoiseState noise;
  private final Descent descent;
  private final CandidateSampler candidates;
  private final double[] missed;
  private final ArrayDeque<LivePoint> spare = new ArrayDeque<>();

  /**
   * Creates a factory.
   *
   * @param best tells the lowest value the worker knows when a descent begins
   * @param noise tells whether the objective is noisy
   */
  public DescentFactory(
      SearchSettings settings,
      StartSource startSource,
      ValueScale valueScale,
      Oracle oracle,
      DoubleSupplier best,
      NoiseState noise) {
    this.noise = noise;
    this.settings = settings;
    this.startSource = startSource;
    this.valueScale = valueScale;
    this.best = best;
    this.descent = settings.path().descent();
    this.candidates = new CandidateSampler(oracle);
    this.missed = new double[oracle.dimension()];
  }

  /** Has a start descend whose value is known; its position is computed again. */
  public LivePoint start(long start, double value) {
    return from(new Origin.Start(start), value, best.getAsDouble());
  }

  /** Draws the candidates of a perturbation, unless that has been done. */
  public DrawnPerturbation draw(Perturbation perturbation, long number) {
    return perturbation instanceof DrawnPerturbation drawn
        ? drawn
        : guarded(
            perturbation,
            () -> DrawnPerturbation.draw(perturbation, number, stream(number), missed.length));
  }

  /**
   * Evaluates the candidates of a perturbation and has the lowest descend.
   *
   * @return null if none of them has a value
   */
  @Nullable
  public LivePoint perturb(Perturbation perturbation, long number) {
    int lowest = guarded(perturbation, () -> candidates.evaluate(perturbation, stream(number)));
    if (lowest < 0) {
      candidates.copy(0, missed);
      return null;
    }
    LivePoint live = blank();
    candidates.copy(lowest, live.point.position());
    Origin origin =
        origin(perturbation, number, live.point.position(), settings.path().coordinates());
    begin(live, origin, candidates.value(lowest), best.getAsDouble());
    return live;
  }

  /**
   * Returns the kind of origin a descent from a candidate of a perturbation has, at no place yet.
   */
  public static Origin.Drawn kind(Perturbation perturbation, long number) {
    return guarded(
        perturbation,
        () ->
            at(
                perturbation,
                new Origin.Place(perturbation.source(), number, new double[0], new double[0])));
  }

  /** Returns the origin of a descent from a candidate of a perturbation. */
  static Origin origin(
      Perturbation perturbation, long number, double[] u, WorkingCoordinates coordinates) {
    double[] x = new double[u.length];
    coordinates.toProblem(u, 0, x, 0);
    return guarded(
        perturbation,
        () -> at(perturbation, new Origin.Place(perturbation.source(), number, x, u)));
  }

  private static Origin.Drawn at(Perturbation perturbation, Origin.Place place) {
    return Objects.requireNonNull(
        perturbation.origin(place), "origin: null (expected: one at its place)");
  }

  /** Returns a candidate of the perturbation none of whose candidates had a value. */
  public double[] missed() {
    return missed;
  }

  /** Has a descent begin where one began before. */
  public LivePoint from(Origin origin, double value, double best) {
    LivePoint live = blank();
    locate(origin, live.point.position());
    begin(live, origin, value, best);
    return live;
  }

  /** Writes where a descent begins, in working coordinates. */
  public void locate(Origin origin, double[] u) {
    if (origin instanceof Origin.Start start) {
      startSource.locate(start.index(), u);
    } else {
      System.arraycopy(((Origin.Drawn) origin).place().u(), 0, u, 0, u.length);
    }
  }

  /** Takes back the point of a descent that has ended. */
  public void retire(LivePoint live) {
    spare.push(live);
  }

  private RandomStream stream(long number) {
    return new RandomStream(settings.path().seed(), RandomStreams.CANDIDATES, number);
  }

  private static <T> T guarded(Perturbation perturbation, Supplier<T> work) {
    try {
      return work.get();
    } catch (StopSearch | ComponentFailure known) {
      throw known;
    } catch (Throwable failure) {
      throw new ComponentFailure(
          "the restart strategy failed: a perturbation of kind "
              + perturbation.getClass().getName(),
          failure);
    }
  }

  private LivePoint blank() {
    LivePoint used = spare.poll();
    return used != null ? used : new LivePoint(descent.newPoint(missed.length));
  }

  private void begin(LivePoint live, Origin origin, double value, double best) {
    live.origin = origin;
    live.startValue = value;
    live.evaluations = 0;
    live.best = best;
    live.refined = false;
    live.stall = null;
    live.estimate = null;
    live.rung = 0;
    double scale = isLead(origin) ? 0 : valueScale.value();
    if (noise.isKnown() && descent.isForNoise(missed.length)) {
      live.best = Double.POSITIVE_INFINITY;
      int offspring = origin instanceof Origin.EvolutionRun run ? run.offspring() : 0;
      descent.beginNoisy(live.point, value, scale, offspring, noisyStream(origin));
    } else if (origin instanceof Origin.EvolutionRun run) {
      long key = Mix.mix(settings.path().seed(), RandomStreams.EVOLUTION);
      long stream = Mix.mix(key, run.place().stream());
      descent.beginEvolution(live.point, value, scale, best, run.offspring(), stream);
    } else if (origin instanceof Origin.RecombinationRun run) {
      long key = Mix.mix(settings.path().seed(), RandomStreams.EVOLUTION);
      long stream = Mix.mix(key, run.place().stream());
      descent.beginRecombination(live.point, value, scale, best, stream);
    } else if (origin instanceof Origin.Polish) {
      descent.beginPolish(live.point, value, scale, best);
    } else if (isChain(origin)) {
      descent.beginQuench(live.point, value, scale, best);
    } else if (isCoarse(origin, value <= best)) {
      descent.beginCoarse(live.point, value, scale, best);
    } else {
      descent.begin(live.point, value, scale, best);
    }
    descent.steps().choose(live.point, (int) (key(origin) % descent.steps().variants()));
  }

  private static long key(Origin origin) {
    return origin instanceof Origin.Start start
        ? start.index()
        : ((Origin.Drawn) origin).place().stream();
  }

  /** The descent from the first start may begin before values are known to compare it with. */
  private boolean isLead(Origin origin) {
    return settings.path().starts().leads()
        && origin instanceof Origin.Start start
        && start.index() < settings.path().starts().first();
  }

  private static boolean isFirst(Origin origin) {
    return origin instanceof Origin.Start start && start.index() == 0;
  }

  private long noisyStream(Origin origin) {
    long key = Mix.mix(settings.path().seed(), RandomStreams.EVOLUTION);
    return origin instanceof Origin.Start start
        ? Mix.mix(~key, start.index())
        : Mix.mix(key, ((Origin.Drawn) origin).place().stream());
  }

  private static boolean isChain(Origin origin) {
    return origin instanceof Origin.Perturbation perturbation
        && perturbation.kind().equals(Origin.Perturbation.CHAIN);
  }

  private boolean isCoarse(Origin origin, boolean leads) {
    if (settings.path().coarseShare() == 0
        || settings.problem().isSampled()
        || settings.problem().isConstrained() && isFirst(origin)
        || settings.problem().isDifferentiable()
            && (leads || missed.length > MOST_COARSE_COORDINATES)) {
      return false;
    }
    long key =
        origin instanceof Origin.Start start
            ? 2 * start.index()
            : 2 * ((Origin.Drawn) origin).place().stream() + 1;
    long bits = Mix.mix(Mix.mix(settings.path().seed(), RandomStreams.COARSE), key);
    return Mix.unit(bits) < settings.path().coarseShare();
  }
}
