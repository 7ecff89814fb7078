package org.multidescent.bench.contender;

import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.Point;
import org.multidescent.descent.Stall;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.evaluation.EvaluationCounter;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.problem.Problem;

/** Takes single descents to their stalls with the core's own rules, one after the other. */
final class LocalSearch implements EvaluationCounter {

  private final Run run;
  private final RunMonitor monitor;
  private final Descent descent;
  private final WorkingCoordinates scaling;
  private final Oracle oracle;
  private final Point point;

  LocalSearch(Run run, Style style) {
    this(run, style, run.monitor().countedProblem());
  }

  /** Descends on a problem that makes the run's evaluations itself. */
  LocalSearch(Run run, Style style, Problem problem) {
    this.run = run;
    this.monitor = run.monitor();
    this.descent = style.descent();
    this.scaling = style.scaling(problem);
    this.oracle = new CountedOracle(problem, scaling, descent.differences(), this);
    this.point = descent.newPoint(run.dimension());
  }

  /** Writes the k-th start in working coordinates. */
  void start(long index, double[] u) {
    run.start(index, u);
    toWorking(u);
  }

  /** Turns a position in the problem's coordinates into one in working coordinates. */
  void toWorking(double[] u) {
    scaling.toWorking(u, u);
  }

  double value(double[] u) {
    return oracle.value(u);
  }

  /**
   * Descends to the stall.
   *
   * @param u where it begins, in working coordinates; receives where it ended
   * @param value the objective there
   * @param valueScale how far values are spread, 0 if that is not known
   * @param start the number of the start it began at
   * @return the value where it ended
   */
  double descend(double[] u, double value, double valueScale, long start) {
    if (!Double.isFinite(value)) {
      run.stalled();
      return value;
    }
    System.arraycopy(u, 0, point.position(), 0, u.length);
    descent.begin(point, value, valueScale);
    Stall stall = null;
    while (stall == null) {
      stall = advance();
    }
    System.arraycopy(point.position(), 0, u, 0, u.length);
    if (stall.isOptimum()) {
      run.stalled(u, point.value(), start);
    } else {
      run.stalled();
    }
    return point.value();
  }

  private @Nullable Stall advance() {
    long before = point.steps();
    Stall stall = descent.advance(point, oracle);
    run.step(point.steps() - before);
    return stall;
  }

  @Override
  public void beforeValue() {
    monitor.checkBudget();
  }

  @Override
  public void beforeGradient() {
    monitor.checkBudget();
  }

  @Override
  public int beforeValues(int wanted) {
    monitor.checkBudget();
    return (int) Math.min(wanted, monitor.remaining());
  }

  @Override
  public void after(double value, double[] u, int offset) {}

  @Override
  public double failed(Throwable cause, double[] u, int offset) {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof StopSearch halt) {
      throw halt;
    }
    return Double.NaN;
  }
}
