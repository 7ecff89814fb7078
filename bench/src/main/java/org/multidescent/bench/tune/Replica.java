package org.multidescent.bench.tune;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.Point;
import org.multidescent.descent.Scaling;
import org.multidescent.descent.Stall;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.descent.Tally;
import org.multidescent.frontier.Frontier;
import org.multidescent.problem.Problem;

/**
 * The engine's workers in article mode played by one thread, slice after slice in turn: what they
 * do to the frontier can be counted for any number of workers, and timed without any contention.
 */
final class Replica implements Tally {

  static final int POOL = 1000;

  private final Problem problem;
  private final Oracle oracle;
  private final Frontier<Point> frontier;
  private final Hand[] hands;
  private final int slice;
  private final Descent descent =
      new Descent(StepRule.euler(0.01), StallRule.trace(20, 0.01), Differences.article(0.001));
  private final ArrayDeque<Point> spare = new ArrayDeque<>();
  private final AtomicLong calls = new AtomicLong();
  private final double[] start;
  private double best = Double.POSITIVE_INFINITY;
  private int starts;
  private long steps;
  private long slices;
  private long exchanges;
  private long stalls;

  /** A played worker. */
  private static final class Hand {
    final Frontier.Access<Point> access;
    @Nullable Point point;

    Hand(Frontier.Access<Point> access) {
      this.access = access;
    }
  }

  Replica(Problem problem, int workers, int slice, boolean relaxed) {
    this.problem = problem;
    this.slice = slice;
    this.start = new double[problem.dimension()];
    this.oracle = new Oracle(problem, Scaling.none(problem), descent.differences(), this);
    this.frontier =
        relaxed ? Frontier.relaxed(workers, 2, 1) : Frontier.locked(workers, POOL, Long.MAX_VALUE);
    this.hands = new Hand[workers];
    Arrays.setAll(hands, worker -> new Hand(frontier.access(worker)));
  }

  /** Fills the frontier and gives each worker a point. */
  Replica open() {
    for (int i = 0; i < POOL; i++) {
      plant(hands[i % hands.length]);
    }
    for (Hand hand : hands) {
      take(hand);
    }
    return this;
  }

  /** Plays a number of steps, or a little more, and counts them. */
  Traffic play(long count) {
    long callsBefore = calls.get();
    long stepsBefore = steps;
    long slicesBefore = slices;
    long exchangesBefore = exchanges;
    long stallsBefore = stalls;
    while (steps - stepsBefore < count) {
      for (Hand hand : hands) {
        turn(hand);
      }
    }
    double played = steps - stepsBefore;
    double sliced = slices - slicesBefore;
    return new Traffic(
        (calls.get() - callsBefore) / played,
        (exchanges - exchangesBefore) / sliced,
        (stalls - stallsBefore) / sliced,
        played / sliced);
  }

  /**
   * Returns the nanoseconds of a call, all that belongs to its step included, the waiting for a
   * core taken off: a lower quartile.
   */
  double time(LongSupplier clock, LongSupplier queueWait, int batches, long stepsPerBatch) {
    double[] nanos = new double[batches];
    for (int i = 0; i < batches; i++) {
      long before = calls.get();
      long waited = queueWait.getAsLong();
      long begin = clock.getAsLong();
      play(stepsPerBatch);
      long end = clock.getAsLong();
      nanos[i] = (end - begin - (queueWait.getAsLong() - waited)) / (double) (calls.get() - before);
    }
    Arrays.sort(nanos);
    return nanos[batches / 4];
  }

  private void turn(Hand hand) {
    Point point = hand.point;
    if (point == null) {
      throw new IllegalStateException("hand: empty (expected: a point; open() gives each one)");
    }
    slices++;
    for (int i = 0; i < slice; i++) {
      Stall stall = descent.advance(point, oracle);
      steps++;
      if (stall != null) {
        stalls++;
        spare.push(point);
        plant(hand);
        take(hand);
        return;
      }
    }
    if (hand.access.exchange(point.value(), point)) {
      exchanges++;
      hold(hand);
    }
  }

  private void plant(Hand hand) {
    locate(starts, start);
    hand.access.offerStart(oracle.value(start), starts++);
  }

  private void take(Hand hand) {
    if (!hand.access.poll()) {
      throw new IllegalStateException("frontier: empty (expected: points)");
    }
    hold(hand);
  }

  private void hold(Hand hand) {
    Point waiting = hand.access.point();
    if (waiting == null) {
      waiting = spare.isEmpty() ? descent.newPoint(problem.dimension()) : spare.pop();
      locate(hand.access.start(), waiting.position());
      descent.begin(waiting, hand.access.value(), 0);
    }
    hand.point = waiting;
  }

  private void locate(int index, double[] x) {
    SplittableRandom random = new SplittableRandom(index);
    for (int i = 0; i < x.length; i++) {
      x[i] = problem.box().lower(i) + random.nextDouble() * problem.box().width(i);
    }
  }

  @Override
  public void beforeValue() {
    calls.setOpaque(calls.getPlain() + 1);
  }

  @Override
  public void beforeGradient() {
    beforeValue();
  }

  @Override
  public int beforeValues(int wanted) {
    calls.setOpaque(calls.getPlain() + wanted);
    return wanted;
  }

  @Override
  public void after(double value, double[] u, int offset) {
    best = Math.min(best, value);
  }

  @Override
  public double failed(Throwable cause, double[] u, int offset) {
    throw new IllegalStateException("the objective threw", cause);
  }
}
