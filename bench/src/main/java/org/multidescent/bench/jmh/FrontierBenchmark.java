package org.multidescent.bench.jmh;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * What does a worker's look at the frontier cost after a slice? Each operation is one turn: the
 * point in hand has a new value, and the worker goes on with the best point it can have. Threads by
 * {@code -t}.
 *
 * <ul>
 *   <li>{@code descending}: the value is a little lower, so the point is usually still the best.
 *   <li>{@code mixed}: the same, but 1 in 32 turns replaces the point by a fresh, higher one.
 *   <li>{@code hold}: the value rises by a random amount, so that another point is the best.
 *   <li>{@code rank}: as {@code hold}, counted: lower points left behind, give or take the number
 *       of threads. Not for its time.
 * </ul>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@Threads(2)
public class FrontierBenchmark {

  /** The structure, filled anew for each iteration since values drift. */
  @State(Scope.Benchmark)
  public static class Shared {

    private static final int BUCKETS = 1 << 21;
    private static final int SCALE = BUCKETS / 4;

    /** The structure. */
    @Param FrontierContender structure = FrontierContender.RELAXED;

    /** The number of points in the structure. */
    @Param({"1000", "100000", "1000000"})
    int points;

    IntFunction<Turn> turns = worker -> new Turn(token -> {}, () -> null);
    AtomicIntegerArray histogram = new AtomicIntegerArray(0);

    /**
     * Fills the structure.
     *
     * @param params tells the number of threads
     */
    @Setup(Level.Iteration)
    public void fill(BenchmarkParams params) {
      turns = structure.create(params.getThreads());
      histogram = new AtomicIntegerArray(params.getBenchmark().endsWith(".rank") ? BUCKETS : 0);
      SplittableRandom random = new SplittableRandom(1);
      for (int i = 0; i < points + params.getThreads(); i++) {
        Token token = new Token(i, 1 + random.nextDouble());
        turns.apply(i % params.getThreads()).offer(token);
        if (histogram.length() > 0) {
          count(token.value, 1);
        }
      }
    }

    void count(double value, int change) {
      histogram.getAndAdd(bucket(value), change);
    }

    /** Returns the number of points up to a distance of 1/4 below a value. */
    int below(double value) {
      int sum = 0;
      int bucket = bucket(value);
      for (int i = 1; i < SCALE / 4; i++) {
        sum += histogram.getPlain((bucket - i) & (BUCKETS - 1));
      }
      return sum;
    }

    private static int bucket(double value) {
      return (int) ((long) (value * SCALE) & (BUCKETS - 1));
    }
  }

  /** One thread's point in hand. */
  @State(Scope.Thread)
  public static class Worker {

    private Turn turn = new Turn(token -> {}, () -> null);
    private Token held = new Token(-1, 0);
    private long random;

    /**
     * Takes a first point.
     *
     * @param shared the structure
     * @param params tells which thread this is
     */
    @Setup(Level.Iteration)
    public void take(Shared shared, ThreadParams params) {
      turn = shared.turns.apply(params.getThreadIndex());
      held = turn.poll();
      random = 0x9e3779b97f4a7c15L * (params.getThreadIndex() + 1);
      if (shared.histogram.length() > 0) {
        shared.count(held.value, -1);
      }
    }

    /** Returns a uniform number from 0 to 1: Marsaglia's xorshift. */
    double uniform() {
      random ^= random << 13;
      random ^= random >>> 7;
      random ^= random << 17;
      return (random >>> 11) * 0x1.0p-53;
    }
  }

  /** The sampled rank errors of a thread. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Rank {

    /** The number of lower points left behind, summed over the samples. */
    public long passedOver;

    /** The number of samples: {@code passedOver} by this is the mean rank error. */
    public long samples;

    private long turns;
  }

  /**
   * The point has become a little better.
   *
   * @param worker the point in hand
   * @return the next point
   */
  @Benchmark
  public Object descending(Worker worker) {
    worker.held.value -= 1e-12;
    return worker.held = worker.turn.next(worker.held);
  }

  /**
   * The point has become a little better; 1 in 32 is replaced.
   *
   * @param worker the point in hand
   * @return the next point
   */
  @Benchmark
  public Object mixed(Worker worker) {
    double uniform = worker.uniform();
    worker.held.value += uniform < 1.0 / 32 ? 32 * uniform : -1e-12;
    return worker.held = worker.turn.next(worker.held);
  }

  /**
   * The point falls behind.
   *
   * @param worker the point in hand
   * @return the next point
   */
  @Benchmark
  public Object hold(Worker worker) {
    worker.held.value += worker.uniform();
    return worker.held = worker.turn.next(worker.held);
  }

  /**
   * The point falls behind, and ranks are counted.
   *
   * @param shared the structure
   * @param worker the point in hand
   * @param rank the counter
   * @return the next point
   */
  @Benchmark
  public Object rank(Shared shared, Worker worker, Rank rank) {
    worker.held.value += worker.uniform();
    shared.count(worker.held.value, 1);
    worker.held = worker.turn.next(worker.held);
    shared.count(worker.held.value, -1);
    if ((++rank.turns & 0x3ff) == 0) {
      rank.samples++;
      rank.passedOver += shared.below(worker.held.value);
    }
    return worker.held;
  }
}
