package org.multidescent.bench.jmh;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.multidescent.catalogue.Catalogue;
import org.multidescent.catalogue.Classification;
import org.multidescent.catalogue.Tolerance;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a stall cost when nearly all are repeats? Each operation is one stall near one of the
 * optima, the first of them met far more often than the last. Threads by {@code -t}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CatalogueBenchmark {

  private static final int STALLS = 1 << 13;
  private static final DescentSummary COURSE = new DescentSummary(0, 0, false, DescentEnd.VALUE);

  /** The catalogue and the stalls to come. */
  @State(Scope.Benchmark)
  public static class Shared {

    /** The number of coordinates. */
    @Param({"2", "10", "100"})
    int dimension;

    /** The number of optima; with 20,000 the catalogue is full, and the worst are dropped. */
    @Param({"5", "1000", "20000"})
    int optima;

    final double[][] positions = new double[STALLS][];
    final double[] values = new double[STALLS];
    Tolerance tolerance = new Tolerance(0, 0);
    Catalogue catalogue = new Catalogue(1, tolerance, 1, 0);

    /** Draws the stalls and lets the catalogue see every optimum once. */
    @Setup(Level.Iteration)
    public void draw() {
      tolerance = Tolerance.standard(dimension, 10);
      catalogue = new Catalogue(dimension, tolerance, Catalogue.CAPACITY, 0);
      SplittableRandom random = new SplittableRandom(1);
      double[][] centres = new double[optima][dimension];
      for (int k = 0; k < optima; k++) {
        for (int i = 0; i < dimension; i++) {
          centres[k][i] = random.nextDouble();
        }
        catalogue.add(centres[k], value(k), new Origin.Start(k), COURSE, k);
      }
      for (int s = 0; s < STALLS; s++) {
        int k = (int) (optima * Math.pow(random.nextDouble(), 3));
        positions[s] = centres[k].clone();
        for (int i = 0; i < dimension; i++) {
          positions[s][i] += 1e-5 * random.nextDouble();
        }
        values[s] = value(k) + 1e-6 * random.nextDouble();
      }
    }

    /** Seven levels, so that many optima share a value. */
    private static double value(int optimum) {
      return optimum % 7;
    }
  }

  /** One worker's place in the stalls. */
  @State(Scope.Thread)
  public static class Worker {

    private final Origin origin = new Origin.Start(1_000_000);
    private int next;
    private long stalls;
    private long before;

    /**
     * Begins somewhere in the stalls.
     *
     * @param shared tells how many were seen before
     */
    @Setup(Level.Iteration)
    public void prepare(Shared shared) {
      next = System.identityHashCode(this);
      stalls = 0;
      before = shared.optima;
    }

    /**
     * Checks that no stall was lost.
     *
     * @param shared holds the catalogue
     */
    @TearDown(Level.Iteration)
    public void check(Shared shared) {
      synchronized (shared) {
        if (shared.catalogue.hits() < before + stalls) {
          throw new IllegalStateException("stalls were lost");
        }
      }
    }

    private int next() {
      stalls++;
      return next++ & STALLS - 1;
    }
  }

  /**
   * A stall goes to the catalogue.
   *
   * @param shared holds the catalogue
   * @param worker tells the stall
   * @return what the stall was
   */
  @Benchmark
  public Classification stall(Shared shared, Worker worker) {
    int s = worker.next();
    synchronized (shared) {
      return shared.catalogue.add(
          shared.positions[s], shared.values[s], worker.origin, COURSE, worker.stalls);
    }
  }
}
