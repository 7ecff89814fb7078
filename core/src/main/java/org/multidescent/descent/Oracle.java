package org.multidescent.descent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;

/**
 * What a descent may ask of the problem: values and gradients at positions in working coordinates,
 * each granted and counted. Belongs to one thread; its arrays are that thread's scratch.
 */
public final class Oracle {

  private final WorkingCoordinates scaling;
  private final Evaluator evaluator;
  private @Nullable Evaluator substitute;
  private final boolean differentiable;
  private final boolean batch;
  private final Differences differences;
  private final EvaluationCounter tally;
  private final double[] x;
  private final double[] probe;
  private final double[] trial;
  private final ProjectedLineSearch path;
  private final BatchEvaluation bulk;
  private final double[] there;
  private final double[] ahead;
  private final double[] behind;
  private @Nullable CmaEsGeneration generation;
  private @Nullable AxisScan scan;
  private @Nullable UnivariateSearch profile;

  /**
   * Creates an oracle.
   *
   * @param problem the problem
   * @param scaling its working coordinates
   * @param differences how gradients are taken if the problem has none
   * @param tally grants and sees every evaluation
   */
  public Oracle(
      Problem problem,
      WorkingCoordinates scaling,
      Differences differences,
      EvaluationCounter tally) {
    this(problem, scaling, differences, tally, null);
  }

  /**
   * Creates an oracle that others may help. A batch objective is never helped: it has asked for all
   * positions in one call.
   *
   * @param problem the problem
   * @param scaling its working coordinates
   * @param differences how gradients are taken if the problem has none
   * @param tally grants and sees every evaluation made here
   * @param helpers who may evaluate the positions of a finite difference, or of the candidates of a
   *     hop; null for nobody
   */
  public Oracle(
      Problem problem,
      WorkingCoordinates scaling,
      Differences differences,
      EvaluationCounter tally,
      @Nullable EvaluationSharing helpers) {
    this.scaling = scaling;
    this.evaluator = problem.evaluator();
    this.differentiable = problem.isDifferentiable();
    this.batch = problem.isBatch();
    this.differences = differences;
    this.tally = tally;
    int dimension = problem.dimension();
    this.x = new double[dimension];
    this.probe = new double[dimension];
    this.trial = new double[dimension];
    this.there = new double[dimension];
    this.ahead = new double[Math.max(dimension, NoiseEstimator.VALUES)];
    this.behind = new double[dimension];
    this.path = new ProjectedLineSearch(this);
    this.bulk = new BatchEvaluation(this, tally, batch ? null : helpers);
  }

  /**
   * Returns the number of coordinates.
   *
   * @return the dimension
   */
  public int dimension() {
    return x.length;
  }

  /**
   * Returns the working coordinates.
   *
   * @return the scaling
   */
  public WorkingCoordinates scaling() {
    return scaling;
  }

  /**
   * Tells whether gradients are analytic, so that one costs no evaluation of the objective.
   *
   * @return whether the problem has an analytic gradient
   */
  public boolean isDifferentiable() {
    return differentiable;
  }

  /**
   * Returns how many positions are handed over together at most.
   *
   * @return 1 or more
   */
  public int largestBatch() {
    return BatchEvaluation.block(x.length);
  }

  /**
   * Tells whether many positions are best handed over together.
   *
   * @return whether the objective takes batches
   */
  public boolean isBatch() {
    return batch;
  }

  /**
   * Returns this oracle's own evaluator.
   *
   * @return the evaluator
   */
  public Evaluator evaluator() {
    return evaluator;
  }

  /**
   * Has evaluations made by a substitute, such as one that measures what the own evaluator does.
   * While there is none, that it is possible costs a test for null a call; another kind of
   * evaluator in the own one's place would have made the compiler prepare for both.
   *
   * @param other the substitute from now on; null for the own evaluator
   */
  public void substitute(@Nullable Evaluator other) {
    substitute = other;
  }

  /**
   * Returns scratch for finite differences.
   *
   * @return an array of one entry a coordinate
   */
  public double[] probe() {
    return probe;
  }

  /**
   * Returns scratch for the position a step rule tries.
   *
   * @return an array of one entry a coordinate
   */
  public double[] trial() {
    return trial;
  }

  /** The evaluator, or its substitute. */
  Evaluator current() {
    Evaluator other = substitute;
    return other == null ? evaluator : other;
  }

  /** The path of the step being taken. */
  ProjectedLineSearch path() {
    return path;
  }

  /** Scratch for the generations of an evolution strategy. */
  CmaEsGeneration generation() {
    CmaEsGeneration made = generation;
    if (made == null) {
      made = new CmaEsGeneration(scaling);
      generation = made;
    }
    return made;
  }

  /** Scratch for positions along one coordinate. */
  AxisScan scan() {
    AxisScan made = scan;
    if (made == null) {
      made = new AxisScan(x.length);
      scan = made;
    }
    return made;
  }

  /** Scratch for the search of one coordinate. */
  UnivariateSearch profile() {
    UnivariateSearch made = profile;
    if (made == null) {
      made = new UnivariateSearch();
      profile = made;
    }
    return made;
  }

  /** Scratch for the values of the coordinates where a difference looks. */
  double[] there() {
    return there;
  }

  /** Scratch for the objective's values at the first neighbours of a point. */
  double[] ahead() {
    return ahead;
  }

  /** Scratch for the objective's values at the second neighbours of a point. */
  double[] behind() {
    return behind;
  }

  /**
   * Evaluates the objective.
   *
   * @param u a position inside the walls, in working coordinates
   * @return the value, perhaps NaN or infinite
   * @throws StopSearch if the search has ended
   */
  public double value(double[] u) {
    tally.beforeValue();
    scaling.toProblem(u, 0, x, 0);
    double value;
    try {
      Evaluator other = substitute;
      value = other == null ? evaluator.value(x) : other.value(x);
    } catch (Throwable cause) {
      return tally.failed(cause, u, 0);
    }
    tally.after(value, u, 0);
    return value;
  }

  /**
   * Evaluates the objective at many positions.
   *
   * @param us position after position, in working coordinates, inside the walls
   * @param count how many, 1 or more
   * @param values receives the values
   * @throws StopSearch if the search has ended; some values may have been taken
   */
  public void values(double[] us, int count, double[] values) {
    bulk.values(us, count, values);
  }

  /**
   * Evaluates the neighbours of a position along the coordinates, in one batch if the objective
   * takes batches.
   *
   * @param position a position inside the walls
   * @param there for each coordinate the value that replaces it; the same value: left out
   * @param values receives the value for each coordinate; kept where it was left out
   */
  void neighbours(double[] position, double[] there, double[] values) {
    bulk.neighbours(position, there, values);
  }

  /**
   * Computes the gradient at a point's position, unless it is known: the analytic one, or finite
   * differences.
   *
   * @param point the point, owned by the caller
   * @return null, or why no direction leads down
   * @throws StopSearch if the search has ended
   */
  public @Nullable Stall gradient(Point point) {
    if (point.isGradientKnown()) {
      return null;
    }
    Stall stall =
        differentiable && point.stage() != Stage.COARSE
            ? analytic(point)
            : rules(point).gradient(point, this);
    point.gradientKnown(stall == null);
    return stall;
  }

  /**
   * Asks for better gradients, after a line search found no lower value along the last one.
   *
   * @param point the point, owned by the caller
   * @return whether the next call of {@link #gradient} takes it anew and more exactly; false if the
   *     last one was as exact as it gets
   * @throws StopSearch if the search has ended
   */
  public boolean refine(Point point) {
    boolean finer = !differentiable && isExact(point) && rules(point).refine(point, this);
    if (finer) {
      point.gradientKnown(false);
    }
    return finer;
  }

  private static boolean isExact(Point point) {
    return point.stage() == Stage.FINE || point.stage() == Stage.POLISH;
  }

  private Differences rules(Point point) {
    return point.stage() == Stage.COARSE ? CentralDifferences.COARSE : differences;
  }

  private @Nullable Stall analytic(Point point) {
    double[] gradient = point.gradient();
    double[] slopes = ahead;
    tally.beforeGradient();
    scaling.toProblem(point.position(), 0, x, 0);
    Arrays.fill(slopes, Double.NaN);
    try {
      current().valueAndGradient(x, slopes);
    } catch (Throwable cause) {
      tally.failed(cause, point.position(), 0);
      return Stall.NOT_FINITE;
    }
    for (int i = 0; i < gradient.length; i++) {
      double slope = slopes[i];
      if (!Double.isFinite(slope)) {
        tally.brokenGradient(slope, point.position(), 0);
        return Stall.NOT_FINITE;
      }
      gradient[i] = slope * scaling.unit(i);
    }
    return null;
  }

  /**
   * Returns a coordinate moved inside the walls.
   *
   * @param coordinate the coordinate, from 0
   * @param u its value
   * @return the value within the walls nearest to {@code u}
   */
  public double clamp(int coordinate, double u) {
    return WorkingCoordinates.clamp(u, scaling.lower(coordinate), scaling.upper(coordinate));
  }

  /**
   * Returns where a difference along a coordinate looks: {@code width} above, or below where that
   * would leave the walls, or the farther wall where neither fits.
   *
   * @param coordinate the coordinate, from 0
   * @param u its value, inside the walls
   * @param width how far to look, above 0
   * @return a value inside the walls; {@code u} itself if the coordinate is fixed
   */
  public double stepInside(int coordinate, double u, double width) {
    double lower = scaling.lower(coordinate);
    double upper = scaling.upper(coordinate);
    if (u + width <= upper) {
      return u + width;
    }
    if (u - width >= lower) {
      return u - width;
    }
    return upper - u >= u - lower ? upper : lower;
  }
}
