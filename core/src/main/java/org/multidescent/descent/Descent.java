package org.multidescent.descent;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Problem;
import org.multidescent.util.Room;

/**
 * The rules of a descent: how a point steps, when it has stalled, and where its gradients come
 * from. An immutable value, shared by all threads.
 *
 * <p>Implementation note. A descent that gives up goes through two stages. In the first, the rough
 * one, it ends as soon as two steps in a row gain less than a thirtieth of what it lacks to the
 * best value known when it began, or nothing that counts beside the scale of values. Then the
 * engine asks whether it may yet become the best, as far as its last step tells; only if so it goes
 * on to the fine stage. Most descents of a search end where others have ended before, or higher:
 * their last digits are of no use to anyone.
 *
 * @param steps how a point takes a step
 * @param stalls when a point that still moves has come to rest
 * @param differences how gradients are taken if the problem has none
 * @param givesUp whether a descent ends early if it can hardly become the best
 */
public record Descent(StepRule steps, StallRule stalls, Differences differences, boolean givesUp) {

  private static final Stall[] STALLS = Stall.values();
  private static final double OPTIMISM = 2;
  private static final int MOST_NOISY_COORDINATES = 1000;

  /**
   * Creates the rules.
   *
   * @param steps how a point takes a step
   * @param stalls when a point that still moves has come to rest
   * @param differences how gradients are taken if the problem has none
   * @param givesUp whether a descent ends early if it can hardly become the best
   */
  public Descent {
    Objects.requireNonNull(steps, "steps: null (expected: a step rule)");
    Objects.requireNonNull(stalls, "stalls: null (expected: a stall rule)");
    Objects.requireNonNull(differences, "differences: null (expected: differences)");
  }

  /**
   * Creates the rules of a descent that always goes on to its stall.
   *
   * @param steps how a point takes a step
   * @param stalls when a point that still moves has come to rest
   * @param differences how gradients are taken if the problem has none
   */
  public Descent(StepRule steps, StallRule stalls, Differences differences) {
    this(steps, stalls, differences, false);
  }

  /**
   * Returns what measured best: quasi-Newton steps, adaptive differences, and giving up.
   *
   * @return the default rules
   */
  public static Descent standard() {
    return new Descent(StepRule.standard(), StallRule.standard(), Differences.adaptive(), true);
  }

  /**
   * Checks that a point of so many coordinates can hold what the rules remember.
   *
   * @param dimension the number of coordinates
   * @throws IllegalArgumentException if it is more than an array can hold; the message names the
   *     rule
   */
  public void requireRoom(int dimension) {
    steps.memory(dimension);
    stalls.memory(dimension);
    differences.memory(dimension);
  }

  /**
   * Returns the rules for problems under constraints: sequential quadratic programming.
   *
   * @return the default rules of a search under constraints
   */
  public static Descent constrained() {
    return new Descent(StepRule.sqp(), StallRule.standard(), Differences.adaptive());
  }

  /**
   * Returns what measured best for a problem: {@link #standard()}, with {@linkplain
   * StepRule#levenbergMarquardt Levenberg-Marquardt} steps where the residuals of a sum of squares
   * are known, and {@linkplain #constrained quadratic programming} under constraints.
   *
   * @param problem what is to be minimised
   * @return the default rules
   */
  public static Descent standard(Problem problem) {
    if (problem.isConstrained()) {
      return constrained();
    }
    LeastSquares sum = problem.leastSquares();
    StepRule plain =
        problem.isDifferentiable() ? StepRule.standard() : StandardRule.byDifferences();
    StepRule steps = sum == null ? plain : StepRule.levenbergMarquardt(sum);
    return new Descent(steps, StallRule.standard(), Differences.adaptive(), true);
  }

  /**
   * Creates a point with room for all these rules remember.
   *
   * @param dimension the number of coordinates
   * @return a point of no descent yet: fill its position, then {@link #begin} one
   */
  public Point newPoint(int dimension) {
    return new Point(
        dimension,
        steps.memory(dimension),
        Stage.trace(dimension, stalls),
        Stage.widths(dimension, differences));
  }

  /**
   * Gives a point back what {@link Point#save} returned.
   *
   * @param point a point made by {@link #newPoint}
   * @param state what a point of the same rules remembered, perhaps read from a file
   * @throws IllegalArgumentException if no point of these rules can have remembered that
   */
  public void restore(Point point, double[] state) {
    point.restore(state);
    int dimension = point.position().length;
    StepRule search = point.stage().search;
    StepRule rule = search == null ? steps : search;
    boolean integers = point.stage() == Stage.INTEGERS;
    boolean examined = integers || point.stage() == Stage.EXAMINED;
    if (point.memory().length < rule.memory(dimension)
        || integers && !IntegerSearch.accepts(point.memory())
        || examined && !Room.isCount(point.memory()[0], STALLS.length - 1)
        || !rule.accepts(point.memory(), dimension)
        || !point.stage().stalls(stalls).accepts(point.trace(), dimension, 0)
        || point.isGradientKnown() && !isFinite(point.gradient())) {
      throw new IllegalArgumentException("state: counts or numbers of no " + point.stage());
    }
  }

  private static boolean isFinite(double[] numbers) {
    return Arrays.stream(numbers).allMatch(Double::isFinite);
  }

  /**
   * Begins a descent at the point's position; nothing is left of an earlier one.
   *
   * @param point a point made by {@link #newPoint}, owned by the caller
   * @param value the objective's value there
   * @param valueScale how far the objective's values are spread, or 0 if that is not known
   * @param best the lowest value known; {@code Infinity} if there is none
   */
  public void begin(Point point, double value, double valueScale, double best) {
    point.begin(value, scale(valueScale), best, Stage.downhill(givesUp));
  }

  /**
   * Begins a descent at the point's position, with no other to compare it with.
   *
   * @param point a point made by {@link #newPoint}, owned by the caller
   * @param value the objective's value there
   * @param valueScale how far the objective's values are spread, or 0 if that is not known
   */
  public void begin(Point point, double value, double valueScale) {
    begin(point, value, valueScale, Double.POSITIVE_INFINITY);
  }

  /**
   * Begins a descent with a coarse first stage: until it stalls, finite differences span a tenth of
   * the box, and see the bowl below the ripples, even if the problem has a gradient; then it goes
   * on from there as any other. A descent on a sum of squares has no such stage.
   *
   * @param point a point made by {@link #newPoint}, owned by the caller
   * @param value the objective's value there
   * @param valueScale how far the objective's values are spread, or 0 if that is not known
   * @param best the lowest value known; {@code Infinity} if there is none
   */
  public void beginCoarse(Point point, double value, double valueScale, double best) {
    Stage first = steps.isLeastSquares() ? Stage.downhill(givesUp) : Stage.COARSE;
    point.begin(value, scale(valueScale), best, first);
  }

  /**
   * Begins a step of a chain of optima: it goes on until it is clear which optimum it leads to,
   * however high it began.
   *
   * @param point a point made by {@link #newPoint}, owned by the caller
   * @param value the objective's value there
   * @param valueScale how far the objective's values are spread, or 0 if that is not known
   * @param best the lowest value known; {@code Infinity} if there is none
   */
  public void beginQuench(Point point, double value, double valueScale, double best) {
    point.begin(value, scale(valueScale), best, givesUp ? Stage.QUENCH : Stage.FINE);
  }

  /**
   * Begins a descent with a first stage of evolution: CMA-ES from the point's position until that
   * stalls; then it goes on from the best offspring as any other.
   *
   * @param point a point made by {@link #newPoint}, owned by the caller
   * @param value the objective's value there
   * @param valueScale how far the objective's values are spread, or 0 if that is not known
   * @param best the lowest value known; {@code Infinity} if there is none
   * @param population the offspring of a generation, 2 or more; 0 stands for the standard number
   * @param stream what the random numbers are a function of; 0 stands for the position
   * @throws IllegalArgumentException if {@code population} is negative or 1
   * @see StepRule#cmaes
   */
  public void beginEvolution(
      Point point, double value, double valueScale, double best, int population, long stream) {
    CmaEs.requirePopulation(population);
    Stage.EVOLUTION.reserve(point);
    point.begin(value, scale(valueScale), best, Stage.EVOLUTION);
    CmaEs.begin(point.memory(), population, stream);
  }

  /**
   * Begins a descent with a first stage of recombination: differential evolution near the point's
   * position until that ends; then it goes on from the best of its population as any other.
   *
   * @param point a point made by {@link #newPoint}, owned by the caller
   * @param value the objective's value there
   * @param valueScale how far the objective's values are spread, or 0 if that is not known
   * @param best the lowest value known; {@code Infinity} if there is none
   * @param stream what the random numbers are a function of; 0 stands for the position
   */
  public void beginRecombination(
      Point point, double value, double valueScale, double best, long stream) {
    Stage.RECOMBINATION.reserve(point);
    point.begin(value, scale(valueScale), best, Stage.RECOMBINATION);
    Recombination.begin(point, stream);
  }

  /**
   * Tells whether these are the default rules, which know what to do about noise.
   *
   * @param dimension the number of coordinates
   * @return whether a descent on a noisy objective begins by {@link #beginNoisy}
   */
  public boolean isForNoise(int dimension) {
    return givesUp && dimension <= MOST_NOISY_COORDINATES;
  }

  /**
   * Begins a descent on a noisy objective: CMA-ES from the point's position until that stalls. The
   * point stands at the mean of the distribution, not at the best offspring, and its value is the
   * median of a generation's.
   *
   * @param point a point made by {@link #newPoint}, owned by the caller
   * @param value the objective's value there
   * @param valueScale how far the objective's values are spread, or 0 if that is not known
   * @param population the offspring of a generation, 2 or more; 0 stands for the standard number
   * @param stream what the random numbers are a function of; 0 stands for the position
   * @throws IllegalArgumentException if {@code population} is negative or 1
   */
  public void beginNoisy(
      Point point, double value, double valueScale, int population, long stream) {
    CmaEs.requirePopulation(population);
    Stage.NOISY.reserve(point);
    point.begin(value, scale(valueScale), Double.POSITIVE_INFINITY, Stage.NOISY);
    CmaEs.begin(point.memory(), population, stream);
  }

  /**
   * Begins a descent that goes on to the last digits there are, from where another has stalled.
   *
   * @param point a point made by {@link #newPoint}, owned by the caller
   * @param value the objective's value there
   * @param valueScale how far the objective's values are spread, or 0 if that is not known
   * @param best the lowest value known; {@code Infinity} if there is none
   * @see StallRule#polish
   */
  public void beginPolish(Point point, double value, double valueScale, double best) {
    point.begin(value, scale(valueScale), best, Stage.POLISH);
  }

  /**
   * Takes one step. Where the stall rule finds that it gained too little although the gradient had
   * promised more, the descent goes on with finer differences, if there are any.
   *
   * @param point the point, owned by the caller
   * @param oracle the caller's oracle
   * @return null if the descent goes on, else why it has stalled
   * @throws RuntimeException if the search ends in the middle of the step; the point is as before
   *     it
   */
  public @Nullable Stall advance(Point point, Oracle oracle) {
    Stage stage = point.stage();
    if (stage.search != null) {
      Stall ended = stage.search.step(point, oracle);
      Stage following = ended == null ? null : stage.next(givesUp);
      if (following == null) {
        return ended;
      }
      point.forget(following);
      return null;
    }
    if (stage == Stage.INTEGERS) {
      return IntegerSearch.step(point, oracle);
    }
    if (stage == Stage.EXAMINED) {
      boolean separable = Separability.isSeparableByGradients(point, oracle);
      Stall stalled = STALLS[(int) point.memory()[0]];
      return Separability.follow(point, separable, oracle) ? null : stalled;
    }
    if (!oracle.isDifferentiable() && isToBeExamined(point)) {
      Separability.examine(point, oracle);
      return null;
    }
    Stall stall = steps.step(point, oracle);
    if (steps.isSelfStopping()) {
      return stall == null ? null : end(point, stall, oracle);
    }
    if (stall == null) {
      stall = stage.stalls(stalls).check(point, oracle, 0);
      if (stall != null && point.isDisappointed() && steps.refine(point, oracle)) {
        return null;
      }
    }
    Stage next = stall == null || stall == Stall.NOT_FINITE ? null : stage.next(givesUp);
    if (next == null) {
      return stall == null ? null : end(point, stall, oracle);
    }
    point.forget(next);
    return null;
  }

  /** Ends a descent that has stalled, unless something is left to be tried: then returns null. */
  private @Nullable Stall end(Point point, Stall stall, Oracle oracle) {
    if (stall != Stall.NOT_FINITE && oracle.coordinates().hasIntegers()) {
      return IntegerSearch.begin(point, stall);
    }
    if (oracle.isDifferentiable()) {
      return examineLater(point, stall) ? null : stall;
    }
    boolean onStairs = givesUp && Separability.isAskedOnStairs(point, stall, steps);
    return onStairs && Separability.examine(point, oracle) ? null : stall;
  }

  private boolean isToBeExamined(Point point) {
    return givesUp && Separability.isAsked(point, steps);
  }

  /**
   * Where gradients come with values, a descent is quick and the search of one coordinate after the
   * other is not: it begins only where that has ended.
   */
  private boolean examineLater(Point point, Stall stall) {
    if (point.stage() != Stage.FINE || !stall.isOptimum() || !isToBeExamined(point)) {
      return false;
    }
    point.forget(Stage.EXAMINED);
    point.reserve(1);
    point.memory()[0] = stall.ordinal();
    return true;
  }

  /**
   * Decides what becomes of a point that has stalled: one that has ended the rough stage, and may
   * yet become the best, goes on more carefully.
   *
   * @param point the point, owned by the caller
   * @param stall why it stalled
   * @param best the lowest value known
   * @return whether it goes on
   */
  public boolean refine(Point point, Stall stall, double best) {
    boolean promising =
        point.stage().givesUp()
            && stall.isOptimum()
            && point.value() - OPTIMISM * point.decrease() <= best;
    if (promising) {
      point.refine();
    }
    return promising;
  }

  /**
   * Tells whether a descent that has stalled was given up, since it could hardly become the best.
   *
   * @param point the point, owned by the caller
   * @return false if it went on until its stall rule found nothing more to gain
   */
  public boolean hasGivenUp(Point point) {
    return point.stage().givesUp();
  }

  /** A sum of squares is measured by itself: where a model breaks down it has any size. */
  private double scale(double spread) {
    return steps.isLeastSquares() ? 0 : spread;
  }
}
