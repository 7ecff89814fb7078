package org.multidescent.bench.contender;

import org.multidescent.catalogue.Catalogue;
import org.multidescent.catalogue.Tolerance;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;
import org.multidescent.start.Starts;

/**
 * One run of one contender: its task, its way to the objective, and the log it keeps.
 *
 * <p>Starts are uniform; the k-th is the same for every contender with the same seed.
 */
public final class Run {

  /** Contenders do not tell how a descent went. */
  private static final DescentSummary UNKNOWN =
      new DescentSummary(0, Double.POSITIVE_INFINITY, false, DescentEnd.VALUE);

  private final Task task;
  private final RunMonitor monitor;
  private final Starts starts = Starts.uniform();
  private Catalogue catalogue;
  private long steps;
  private long stalls;
  private int optima;

  Run(Task task) {
    this.task = task;
    this.monitor = new RunMonitor(task);
    this.catalogue = catalogue(0);
  }

  Task task() {
    return task;
  }

  RunMonitor monitor() {
    return monitor;
  }

  /**
   * Returns where starts are drawn from.
   *
   * @return the problem's start box
   */
  public Box box() {
    return task.problem().startBox();
  }

  /**
   * Returns the number of coordinates.
   *
   * @return 1 or more
   */
  public int dimension() {
    return task.problem().dimension();
  }

  /**
   * Writes the k-th start, in the problem's coordinates.
   *
   * @param index which, 0 or more
   * @param x receives it
   */
  public void start(long index, double[] x) {
    starts.fill(task.seed(), index, box(), x);
  }

  /**
   * Returns the objective, for one thread: each evaluation is counted, the one beyond the cap or
   * after the target is not made but throws {@link org.multidescent.evaluation.StopSearch}.
   *
   * @return the counted objective
   */
  public Objective objective() {
    Evaluator evaluator = monitor.countedProblem().evaluator();
    return x -> {
      monitor.checkBudget();
      return evaluator.value(x);
    };
  }

  /** Tells how far values are spread, before the first stall. */
  void valueScale(double valueScale) {
    catalogue = catalogue(valueScale);
  }

  /**
   * Notes steps, for the tables.
   *
   * @param count how many more
   */
  public void step(long count) {
    steps += count;
  }

  /** Notes a descent that ended without an optimum. */
  void stalled() {
    stalls++;
  }

  /** Notes a descent that ended at a local optimum, in the contender's working coordinates. */
  void stalled(double[] u, double value, long start) {
    stalls++;
    if (Double.isFinite(value)) {
      catalogue.add(u, value, new Origin.Start(start), UNKNOWN, monitor.evaluations());
      optima = catalogue.size();
    }
  }

  /** Takes over what a search counted by itself. */
  void counted(long searchSteps, long searchStalls, int searchOptima) {
    steps = searchSteps;
    stalls = searchStalls;
    optima = searchOptima;
  }

  RunCounts counts() {
    return new RunCounts(
        monitor.valueEvaluations(), monitor.gradientEvaluations(), steps, stalls, optima);
  }

  private Catalogue catalogue(double valueScale) {
    Tolerance tolerance = Tolerance.standard(dimension(), valueScale);
    return new Catalogue(dimension(), tolerance, Catalogue.CAPACITY, 0);
  }
}
