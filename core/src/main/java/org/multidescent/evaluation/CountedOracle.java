package org.multidescent.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Differences;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.descent.Workspace;
import org.multidescent.function.EvaluationUnavailableException;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Problem;
import org.multidescent.random.Mix;

/**
 * The oracle of one thread: each evaluation is granted and seen by an {@link EvaluationCounter}.
 */
public final class CountedOracle implements Oracle {

  private final WorkingCoordinates coordinates;
  private final Evaluator evaluator;
  private @Nullable Evaluator substitute;
  private final boolean differentiable;
  private final boolean fused;
  private final boolean batch;
  private final int largestBatch;
  private final EvaluationCounter counter;
  private final double[] x;
  private final double[] slopes;
  private boolean failed;
  private final BatchEvaluation batches;
  private final ConstrainedEvaluation constrained;
  private final boolean isConstrained;
  private final double tolerance;
  private final Workspace workspace;
  private final boolean named;
  private long samples;
  private long nextSample;

  /**
   * Creates an oracle.
   *
   * @param problem the problem
   * @param coordinates its working coordinates
   * @param differences how gradients are computed if the problem has none
   * @param counter grants and sees every evaluation
   */
  public CountedOracle(
      Problem problem,
      WorkingCoordinates coordinates,
      Differences differences,
      EvaluationCounter counter) {
    this(problem, coordinates, differences, counter, null);
  }

  /**
   * Creates an oracle that shares evaluations. Those of a batch objective are never shared: it has
   * been asked for all positions in one call; nor are those that come with gradients, as nothing is
   * left to be shared.
   *
   * @param problem the problem
   * @param coordinates its working coordinates
   * @param differences how gradients are computed if the problem has none
   * @param counter grants and sees every evaluation made here
   * @param sharing who may evaluate the positions of a finite difference, or of the candidates of a
   *     perturbation, unless constraints come apart; null for nobody
   */
  public CountedOracle(
      Problem problem,
      WorkingCoordinates coordinates,
      Differences differences,
      EvaluationCounter counter,
      @Nullable EvaluationSharing sharing) {
    this.coordinates = coordinates;
    this.evaluator = problem.evaluator();
    this.differentiable = problem.isDifferentiable();
    this.fused = problem.isFused();
    this.batch = problem.isBatch();
    LeastSquares sum = problem.leastSquares();
    int numbers = Math.max(problem.dimension(), sum == null ? 0 : sum.count());
    this.largestBatch = BatchEvaluation.block(numbers);
    this.counter = counter;
    int dimension = problem.dimension();
    this.x = new double[dimension];
    this.slopes = new double[dimension];
    this.constrained = new ConstrainedEvaluation(this, counter, problem.constraints());
    this.isConstrained = problem.isConstrained();
    this.tolerance = problem.constraints().tolerance();
    this.named = problem.isNoisy() || problem.isSampled();
    boolean alone = batch || fused || isConstrained && constrained.isApart();
    this.batches = new BatchEvaluation(this, counter, alone ? null : sharing);
    this.workspace = new Workspace(this, differences);
  }

  @Override
  public WorkingCoordinates coordinates() {
    return coordinates;
  }

  @Override
  public int dimension() {
    return x.length;
  }

  @Override
  public boolean isDifferentiable() {
    return differentiable;
  }

  @Override
  public boolean isFused() {
    return fused;
  }

  @Override
  public boolean isBatch() {
    return batch;
  }

  @Override
  public int largestBatch() {
    return largestBatch;
  }

  @Override
  public Workspace workspace() {
    return workspace;
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
   * Lets a substitute make the evaluations, such as one that measures the own evaluator. While
   * there is none, that it is possible costs a test for null per evaluation; another kind of
   * evaluator in the own one's place would have made the compiler prepare for both.
   *
   * @param other the substitute from now on; null for the own evaluator
   */
  public void substitute(@Nullable Evaluator other) {
    substitute = other;
  }

  /** The evaluator, or its substitute. */
  Evaluator current() {
    Evaluator other = substitute;
    return other == null ? evaluator : other;
  }

  /**
   * Numbers the evaluations that follow, for an objective that is told the names of its samples.
   *
   * @param key what they are for
   * @param first the number of the first
   */
  public void samples(long key, long first) {
    samples = key;
    nextSample = first;
  }

  /** Tells whether evaluations are told names, so that steps of others need not make one. */
  public boolean isNamed() {
    return named;
  }

  /** The number of the next evaluation. */
  long nextSample() {
    return nextSample;
  }

  /** The key under which evaluations are numbered. */
  long samples() {
    return samples;
  }

  private void name(Evaluator to) {
    if (named) {
      to.sample(Mix.at(samples, nextSample++));
    }
  }

  @Override
  public ConstrainedEvaluation constrained() {
    return constrained;
  }

  /** Tells whether there are constraints beside the bounds. */
  boolean isConstrained() {
    return isConstrained;
  }

  @Override
  public double tolerance() {
    return tolerance;
  }

  /**
   * Evaluates the objective; under constraints, a position's number in the order of {@link
   * org.multidescent.problem.Feasibility}.
   *
   * @throws StopSearch if the search has ended
   */
  @Override
  public double value(double[] u) {
    if (isConstrained) {
      return constrained.order(u);
    }
    if (fused) {
      return callWithGradient(u);
    }
    counter.beforeValue();
    coordinates.toProblem(u, 0, x, 0);
    double value;
    try {
      name(evaluator);
      Evaluator other = substitute;
      value = other == null ? evaluator.value(x) : other.value(x);
    } catch (EvaluationUnavailableException cause) {
      throw counter.unavailable(cause, 1, 0);
    } catch (Throwable cause) {
      return counter.failed(cause, u, 0);
    }
    counter.after(value, u, 0);
    return value;
  }

  /**
   * Evaluates the objective at many positions.
   *
   * @throws StopSearch if the search has ended; some values may have been computed
   */
  @Override
  public void values(double[] us, int count, double[] values) {
    batches.values(us, count, values);
  }

  @Override
  public void neighbours(double[] position, double[] there, double[] values) {
    batches.neighbours(position, there, values);
  }

  @Override
  public void neighbours(
      double[] position,
      double[] first,
      double[] firstValues,
      double[] second,
      double[] secondValues) {
    if (!batch || !batches.neighbours(position, first, firstValues, second, secondValues)) {
      batches.neighbours(position, first, firstValues);
      batches.neighbours(position, second, secondValues);
    }
  }

  @Override
  public boolean analyticGradient(double[] u, double[] gradient) {
    callWithGradient(u);
    return !failed && convert(u, gradient);
  }

  /**
   * Evaluates the objective with its gradient.
   *
   * @throws StopSearch if the search has ended
   */
  @Override
  public double valueAndGradient(double[] u, double[] gradient) {
    double value = callWithGradient(u);
    return Double.isFinite(value) && convert(u, gradient) ? value : Double.NaN;
  }

  /** Makes a call that writes {@link #slopes}; tells its value if that is not known yet. */
  private double callWithGradient(double[] u) {
    counter.beforeGradient();
    coordinates.toProblem(u, 0, x, 0);
    Arrays.fill(slopes, Double.NaN);
    failed = true;
    double value;
    try {
      name(evaluator);
      value = current().valueAndGradient(x, slopes);
    } catch (EvaluationUnavailableException cause) {
      throw counter.unavailable(cause, 0, 1);
    } catch (Throwable cause) {
      return counter.failed(cause, u, 0);
    }
    failed = false;
    if (fused) {
      counter.after(value, u, 0);
    }
    return value;
  }

  /** Brings the gradient into working coordinates; returns whether it is finite. */
  private boolean convert(double[] u, double[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      double slope = slopes[i];
      if (!Double.isFinite(slope)) {
        counter.brokenGradient(slope, u, 0);
        return false;
      }
      gradient[i] = slope * coordinates.slope(i, u[i]);
    }
    return true;
  }

  /**
   * Evaluates the residuals.
   *
   * @throws StopSearch if the search has ended
   */
  @Override
  public double residuals(double[] u, double[] residuals) {
    counter.beforeValue();
    coordinates.toProblem(u, 0, x, 0);
    double value;
    try {
      value = current().residuals(x, residuals);
    } catch (EvaluationUnavailableException cause) {
      throw counter.unavailable(cause, 1, 0);
    } catch (Throwable cause) {
      Arrays.fill(residuals, Double.NaN);
      return counter.failed(cause, u, 0);
    }
    counter.after(value, u, 0);
    return value;
  }

  @Override
  public void residualNeighbours(double[] position, double[] there, double[] residuals) {
    batches.residualNeighbours(position, there, residuals);
  }

  /**
   * Evaluates the Jacobian.
   *
   * @throws StopSearch if the search has ended
   */
  @Override
  public boolean analyticJacobian(double[] u, double[] rows) {
    counter.beforeGradient();
    coordinates.toProblem(u, 0, x, 0);
    try {
      current().jacobian(x, rows);
    } catch (EvaluationUnavailableException cause) {
      throw counter.unavailable(cause, 0, 1);
    } catch (Throwable cause) {
      counter.failed(cause, u, 0);
      return false;
    }
    for (double derivative : rows) {
      if (!Double.isFinite(derivative)) {
        counter.brokenGradient(derivative, u, 0);
        return false;
      }
    }
    return true;
  }
}
