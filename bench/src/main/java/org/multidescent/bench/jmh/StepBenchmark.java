package org.multidescent.bench.jmh;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.Point;
import org.multidescent.descent.Stall;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.evaluation.EvaluationCounter;
import org.multidescent.function.Objective;
import org.multidescent.function.ValueAndGradient;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a step cost beside its evaluations? Each operation is one step with an analytic
 * gradient, on the article's objective carried over to any dimension; a descent that stalls begins
 * again. The overhead of a step is its time less values x {@link #value} and gradients x {@link
 * #gradient}, of which the counters tell how many an iteration took.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StepBenchmark {

  /** A hill of two wells, the deeper one at 4 in every coordinate. */
  static final class Wells implements Objective, ValueAndGradient {

    @Override
    public double value(double[] x) {
      return 4 - (4 * Math.exp(-squared(x, 4)) + 2 * Math.exp(-squared(x, 2)));
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
      double deep = 4 * Math.exp(-squared(x, 4));
      double shallow = 2 * Math.exp(-squared(x, 2));
      double share = 4.0 / x.length;
      for (int i = 0; i < x.length; i++) {
        gradient[i] = share * (deep * (x[i] - 4) + shallow * (x[i] - 2));
      }
      return 4 - (deep + shallow);
    }

    private static double squared(double[] x, double centre) {
      double sum = 0;
      for (double coordinate : x) {
        double distance = coordinate - centre;
        sum += distance * distance;
      }
      return 2 * sum / x.length;
    }
  }

  /** How many evaluations the steps took, in an iteration. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Counts {

    /** Values of the objective. */
    public long values;

    /** Analytic gradients. */
    public long gradients;
  }

  /** One descent, begun again whenever it stalls. */
  @State(Scope.Thread)
  public static class Walk implements EvaluationCounter {

    /** The step rule. */
    @Param({"euler", "nesterov", "adam", "spectral", "lbfgs", "bfgs"})
    String rule = "euler";

    /** The number of coordinates. */
    @Param({"2", "10", "100", "1000"})
    int dimension = 2;

    private @Nullable Descent descent;
    private @Nullable Oracle oracle;
    private @Nullable Point point;
    private double[] start = new double[0];
    private double startValue;
    private long values;
    private long gradients;

    /** Prepares the descent. */
    @Setup
    public void prepare() {
      Wells wells = new Wells();
      Problem problem = Problem.withGradient(wells, wells, Box.cube(0, 6, dimension));
      descent = new Descent(step(rule), StallRule.standard(), Differences.adaptive());
      oracle =
          new CountedOracle(
              problem, WorkingCoordinates.unitBox(problem), descent.differences(), this);
      point = descent.newPoint(dimension);
      start = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        start[i] = 0.25 + 0.5 * i / dimension;
      }
      startValue = oracle.value(start);
      begin(descent, point);
    }

    private void begin(Descent descent, Point point) {
      System.arraycopy(start, 0, point.position(), 0, dimension);
      descent.begin(point, startValue, 0);
    }

    private static StepRule step(String rule) {
      return switch (rule) {
        case "euler" -> StepRule.euler(1e-3);
        case "nesterov" -> StepRule.nesterov(1e-3, 0.9);
        case "adam" -> StepRule.adam(1e-3);
        case "spectral" -> StepRule.spectral();
        case "lbfgs" -> StepRule.lbfgs();
        case "bfgs" -> StepRule.bfgs();
        default -> throw new IllegalArgumentException("rule: " + rule + " (expected: a step rule)");
      };
    }

    @Override
    public void beforeValue() {
      values++;
    }

    @Override
    public void beforeGradient() {
      gradients++;
    }

    @Override
    public int beforeValues(int wanted) {
      values += wanted;
      return wanted;
    }

    @Override
    public void after(double value, double[] u, int offset) {}

    @Override
    public double failed(Throwable cause, double[] u, int offset) {
      throw new IllegalStateException(cause);
    }

    /** Takes a step; returns null while the descent goes on. */
    @Nullable Stall step(Counts counts) {
      if (descent == null || oracle == null || point == null) {
        throw new IllegalStateException("walk: not prepared");
      }
      Stall stall = descent.advance(point, oracle);
      if (stall != null) {
        begin(descent, point);
      }
      counts.values += values;
      counts.gradients += gradients;
      values = 0;
      gradients = 0;
      return stall;
    }
  }

  /** A position for the bare objective. */
  @State(Scope.Thread)
  public static class Bare {

    /** The number of coordinates. */
    @Param({"2", "10", "100", "1000"})
    int dimension = 2;

    private final Wells wells = new Wells();
    private double[] x = new double[0];
    private double[] gradient = new double[0];

    /** Makes the position. */
    @Setup
    public void prepare() {
      x = new double[dimension];
      gradient = new double[dimension];
      Arrays.fill(x, 3.1);
    }
  }

  /**
   * One step.
   *
   * @param walk the descent
   * @param counts the counters
   * @return why it stalled, or null
   */
  @Benchmark
  public @Nullable Stall step(Walk walk, Counts counts) {
    return walk.step(counts);
  }

  /**
   * The bare objective.
   *
   * @param bare a position
   * @return the value
   */
  @Benchmark
  public double value(Bare bare) {
    bare.x[0] = 3.1 + 1e-3 * bare.gradient[0];
    return bare.wells.value(bare.x);
  }

  /**
   * The bare gradient.
   *
   * @param bare a position
   * @return the value
   */
  @Benchmark
  public double gradient(Bare bare) {
    bare.x[0] = 3.1 + 1e-3 * bare.gradient[0];
    return bare.wells.valueAndGradient(bare.x, bare.gradient);
  }
}
