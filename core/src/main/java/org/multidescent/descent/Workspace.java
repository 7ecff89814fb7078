package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.evolution.CmaEsGeneration;
import org.multidescent.evolution.CmaEsSurrogate;
import org.multidescent.evolution.DifferentialEvolution;
import org.multidescent.numerics.UnivariateSearch;

/**
 * What the rules of descents work in on one thread: arrays whose content no rule expects to find
 * again in its next step, and the differences that gradients are computed with. Belongs to an
 * {@link Oracle}.
 */
public final class Workspace {

  private final Oracle oracle;
  private final Differences differences;
  private final boolean differentiable;
  private final double[] probe;
  private final double[] trial;
  private final double[] there;
  private final double[] ahead;
  private final double[] behind;
  private final ProjectedLineSearch path;
  private @Nullable CmaEsGeneration generation;
  private @Nullable CmaEsSurrogate surrogate;
  private @Nullable DifferentialEvolution population;
  private CoordinateSearch.@Nullable Scan scan;
  private @Nullable BatchLineSearch batchSearch;
  private @Nullable UnivariateSearch profile;
  private SqpRule.@Nullable Scratch sqp;
  private LevenbergMarquardt.@Nullable Scratch leastSquares;
  private double[] copy = new double[0];

  /**
   * Creates a workspace.
   *
   * @param oracle the oracle it belongs to
   * @param differences how gradients are computed if the problem has none
   */
  public Workspace(Oracle oracle, Differences differences) {
    this.oracle = oracle;
    this.differences = differences;
    this.differentiable = oracle.isDifferentiable();
    int dimension = oracle.dimension();
    this.probe = new double[dimension];
    this.trial = new double[dimension];
    this.there = new double[dimension];
    this.ahead = new double[Math.max(dimension, NoiseEstimator.VALUES)];
    this.behind = new double[dimension];
    this.path = new ProjectedLineSearch(oracle);
  }

  /**
   * Returns an array for the positions of finite differences.
   *
   * @return one entry a coordinate
   */
  public double[] probe() {
    return probe;
  }

  /**
   * Returns an array for the position a step rule tries.
   *
   * @return one entry a coordinate
   */
  public double[] trial() {
    return trial;
  }

  /**
   * Returns a copy of what a rule remembers, to work on until the step is complete.
   *
   * @param memory what is copied
   * @return an array of the same length, the same each time
   */
  public double[] copyOf(double[] memory) {
    if (copy.length != memory.length) {
      copy = new double[memory.length];
    }
    System.arraycopy(memory, 0, copy, 0, memory.length);
    return copy;
  }

  /** The values of the coordinates where a difference looks. */
  double[] there() {
    return there;
  }

  /** The objective's values at the first neighbours of a point. */
  double[] ahead() {
    return ahead;
  }

  /** The objective's values at the second neighbours of a point. */
  double[] behind() {
    return behind;
  }

  /** The path of the step being taken. */
  ProjectedLineSearch path() {
    return path;
  }

  /** The generations of an evolution strategy. */
  CmaEsGeneration generation() {
    CmaEsGeneration made = generation;
    if (made == null) {
      made = CmaEs.generation(oracle.coordinates());
      generation = made;
    }
    return made;
  }

  /** What evaluates generations on a noisy objective. */
  CmaEsSurrogate surrogate() {
    CmaEsSurrogate made = surrogate;
    if (made == null) {
      made = new CmaEsSurrogate(generation(), trial.length);
      surrogate = made;
    }
    return made;
  }

  /** The populations of differential evolution. */
  DifferentialEvolution population() {
    DifferentialEvolution made = population;
    if (made == null) {
      made = Recombination.population(oracle.coordinates());
      population = made;
    }
    return made;
  }

  /** Line searches of many lengths at once. */
  BatchLineSearch batchSearch() {
    BatchLineSearch made = batchSearch;
    if (made == null) {
      made = new BatchLineSearch(oracle);
      batchSearch = made;
    }
    return made;
  }

  /** Positions along one coordinate. */
  CoordinateSearch.Scan scan() {
    CoordinateSearch.Scan made = scan;
    if (made == null) {
      made = new CoordinateSearch.Scan(trial.length);
      scan = made;
    }
    return made;
  }

  /** The search of one coordinate. */
  UnivariateSearch profile() {
    UnivariateSearch made = profile;
    if (made == null) {
      made = new UnivariateSearch();
      profile = made;
    }
    return made;
  }

  /** Steps under constraints. */
  SqpRule.Scratch sqp() {
    SqpRule.Scratch made = sqp;
    if (made == null) {
      made = new SqpRule.Scratch(oracle);
      sqp = made;
    }
    return made;
  }

  /** The linear models of residuals. */
  LevenbergMarquardt.Scratch leastSquares(int residuals) {
    LevenbergMarquardt.Scratch made = leastSquares;
    if (made == null) {
      made = new LevenbergMarquardt.Scratch(residuals, trial.length);
      leastSquares = made;
    }
    return made;
  }

  /**
   * Computes the gradient at a point's position unless it is known; see {@link Oracle#gradient}.
   */
  @Nullable Stall gradient(Point point) {
    if (point.isGradientKnown()) {
      return null;
    }
    Stall stall = compute(point);
    point.gradientKnown(stall == null);
    return stall;
  }

  /** Says where the gradient at a target would look; see {@link Differences#foresee}. */
  boolean foresee(Point point, double[] target, double[] there) {
    return !differentiable
        && point.stage().differences == null
        && differences.foresee(point, target, oracle, there);
  }

  /** Makes the gradient of what was foreseen, once the point is there. */
  void gradientFrom(Point point, double[] there, double[] values) {
    point.gradientKnown(differences.gradientFrom(point, oracle, there, values));
  }

  private @Nullable Stall compute(Point point) {
    Differences replacing = point.stage().differences;
    if (replacing != null) {
      return replacing.gradient(point, oracle);
    }
    if (differentiable) {
      boolean finite = oracle.analyticGradient(point.position(), point.gradient());
      return finite ? null : Stall.NOT_FINITE;
    }
    return differences.gradient(point, oracle);
  }

  /** Asks for better gradients; see {@link Oracle#refine}. */
  boolean refine(Point point) {
    boolean finer =
        !differentiable && point.stage().refinesGradients && differences.refine(point, oracle);
    if (finer) {
      point.gradientKnown(false);
    }
    return finer;
  }
}
