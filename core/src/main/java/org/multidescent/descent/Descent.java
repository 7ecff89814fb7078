package org.multidescent.descent;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a descent: how a point steps, when it has stalled, and where its gradients come
 * from. An immutable value, shared by all threads.
 *
 * @param steps how a point takes a step
 * @param stalls when a point that still moves has come to rest
 * @param differences how gradients are taken if the problem has none
 */
public record Descent(StepRule steps, StallRule stalls, Differences differences) {

  /**
   * Creates the rules.
   *
   * @param steps how a point takes a step
   * @param stalls when a point that still moves has come to rest
   * @param differences how gradients are taken if the problem has none
   */
  public Descent {
    Objects.requireNonNull(steps, "steps: null (expected: a step rule)");
    Objects.requireNonNull(stalls, "stalls: null (expected: a stall rule)");
    Objects.requireNonNull(differences, "differences: null (expected: differences)");
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
        stalls.memory(dimension),
        differences.memory(dimension));
  }

  /**
   * Begins a descent at the point's position; nothing is left of an earlier one.
   *
   * @param point a point made by {@link #newPoint}, owned by the caller
   * @param value the objective's value there
   * @param spread how far the objective's values are spread, or 0 if that is not known
   */
  public void begin(Point point, double value, double spread) {
    point.begin(value, spread, Stage.ROUGH);
  }

  /**
   * Begins a descent with a coarse first stage: until it stalls, finite differences span a tenth of
   * the box, and see the bowl below the ripples; then it goes on from there as any other. Without
   * finite differences the same as {@link #begin}.
   *
   * @param point a point made by {@link #newPoint}, owned by the caller
   * @param value the objective's value there
   * @param spread how far the objective's values are spread, or 0 if that is not known
   */
  public void beginCoarse(Point point, double value, double spread) {
    point.begin(value, spread, Stage.COARSE);
  }

  /**
   * Begins a descent with a first stage of evolution: CMA-ES from the point's position until that
   * stalls; then it goes on from the best offspring as any other.
   *
   * @param point a point made by {@link #newPoint}, owned by the caller
   * @param value the objective's value there
   * @param spread how far the objective's values are spread, or 0 if that is not known
   * @param population the offspring of a generation, 2 or more; 0 stands for the standard number
   * @param stream what the random numbers are a function of; 0 stands for the position
   * @throws IllegalArgumentException if {@code population} is negative or 1
   * @see StepRule#cmaes
   */
  public void beginEvolution(
      Point point, double value, double spread, int population, long stream) {
    EvolutionRule.requirePopulation(population);
    point.reserve(EVOLUTION.memory(point.position().length));
    point.begin(value, spread, Stage.EVOLUTION);
    EvolutionRule.begin(point.memory(), population, stream);
  }

  /**
   * Takes one step.
   *
   * @param point the point, owned by the caller
   * @param oracle the caller's oracle
   * @return null if the descent goes on, else why it has stalled
   * @throws Halt if the search ends in the middle of the step; the point is as before it
   */
  public @Nullable Stall advance(Point point, Oracle oracle) {
    if (point.stage() == Stage.EVOLUTION) {
      if (EVOLUTION.step(point, oracle) != null) {
        point.forget(Stage.ROUGH);
      }
      return null;
    }
    if (steps.isSelfStopping()) {
      return steps.step(point, oracle);
    }
    if (point.stage() == Stage.COARSE && oracle.isDifferentiable()) {
      point.forget(Stage.ROUGH);
    }
    Stall stall = steps.step(point, oracle);
    if (stall == null) {
      StallRule rule = point.stage() == Stage.FINE ? stalls : point.stage() == Stage.COARSE ? COARSE : ROUGH;
      stall = rule.check(point, oracle, 0);
    }
    if (stall == null && point.stage() == Stage.ROUGH) {
      point.behind = point.decrease() < TAU * (point.value() - point.reference) ? point.behind + 1 : 0;
      if (OPT > 0) { point.level = point.decrease() < OPT * point.scale ? point.level + 1 : 0; if (point.level >= 2) return Stall.LEVEL; }
      if (point.behind >= NB) return Stall.LEVEL;
    }
    if (stall == null || stall == Stall.BROKEN || point.stage() != Stage.COARSE) {
      return stall;
    }
    point.forget(Stage.ROUGH);
    return null;
  }

  private static final EvolutionRule EVOLUTION = new EvolutionRule(0);
  private static final StallRule COARSE = StallRule.level(Double.parseDouble(System.getProperty("ctol","1e-3")), 1000);
  private static final StallRule ROUGH = StallRule.level(Double.parseDouble(System.getProperty("rough","1e-5")), 1000);

  /** Tells. */
  public boolean promises(Point point, double best) {
    return point.stage() == Stage.ROUGH && point.value() - KAPPA * point.decrease() <= best;
  }

  private static final double TAU = Double.parseDouble(System.getProperty("tau","0"));
  private static final int NB = Integer.getInteger("nb",2);
  /** X. */ public void reference(Point p, double r, double scale) { p.reference = r; p.scale = scale; }
  private static final double OPT = Double.parseDouble(System.getProperty("opt","0"));
  private static final double KAPPA = Double.parseDouble(System.getProperty("kappa","2"));

  /** Goes on. */
  public void refine(Point point) {
    point.refine();
  }
}
