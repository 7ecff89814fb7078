package org.multidescent.bench.tune;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
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
import org.multidescent.evaluation.StopSearch;
import org.multidescent.frontier.Frontier;
import org.multidescent.problem.Problem;
import org.multidescent.start.Starts;

/**
 * The engine's workers in article mode played by one thread, step after step in turn: what they do
 * to the frontier can be counted for any number of workers, and timed without any contention. It
 * keeps the engine's books, too: calls taken in blocks, a look for the end at each, a report of
 * each stall.
 */
final class Replica implements EvaluationCounter {

  static final int POOL = 1000;

  private static final long LEASE = 4096;
  private static final int LOOKS = 20;

  /** How far the article's values lie apart, about; optima closer in height than a share of it. */
  private static final double SPREAD = 1;

  private static final VarHandle CALLS = calls();

  private final Problem problem;
  private final Oracle oracle;
  private final Frontier<Point> frontier;
  private final Hand[] hands;
  private final int slice;
  private final Descent descent =
      new Descent(StepRule.euler(0.01), StallRule.positions(20, 0.01), Differences.article(0.001));
  private final ArrayDeque<Point> spare = new ArrayDeque<>();
  private final AtomicLong ledger = new AtomicLong();
  private final StallDesk desk;
  private final double[] start;
  private volatile boolean ended;
  private double best = Double.POSITIVE_INFINITY;
  private long calls;
  private long lease;
  private int starts;
  private long steps;
  private long slices;
  private long exchanges;
  private long stalls;

  /** A played worker. */
  private static final class Hand {
    final Frontier.Access<Point> access;
    @Nullable Point point;
    int taken;

    Hand(Frontier.Access<Point> access) {
      this.access = access;
    }
  }

  Replica(Problem problem, int workers, int slice, boolean relaxed) {
    this.problem = problem;
    this.slice = slice;
    this.start = new double[problem.dimension()];
    this.oracle =
        new CountedOracle(problem, WorkingCoordinates.none(problem), descent.differences(), this);
    this.frontier = relaxed ? Frontier.relaxed(workers, 2, 1) : Frontier.locked(workers, POOL);
    this.desk = new StallDesk(problem.dimension(), SPREAD);
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

  /** Plays a number of steps, or a few more, and counts them. */
  Traffic play(long count) {
    long callsBefore = calls;
    long stepsBefore = steps;
    long slicesBefore = slices;
    long exchangesBefore = exchanges;
    long stallsBefore = stalls;
    while (steps - stepsBefore < count) {
      for (Hand hand : hands) {
        step(hand);
      }
    }
    double played = steps - stepsBefore;
    double sliced = Math.max(1, slices - slicesBefore);
    return new Traffic(
        (calls - callsBefore) / played,
        (exchanges - exchangesBefore) / sliced,
        (stalls - stallsBefore) / sliced,
        played / sliced);
  }

  /**
   * Plays for a while and returns what a call took, all that belongs to its step included.
   *
   * @param clock of the time this thread had a core, in nanoseconds
   * @param nanos how long, by that clock
   */
  double nanosPerCall(LongSupplier clock, long nanos) {
    long before = calls;
    long begin = clock.getAsLong();
    long batch = 1;
    long now = begin;
    while (now - begin < nanos) {
      long last = now;
      play(batch);
      now = clock.getAsLong();
      batch = now - last < nanos / LOOKS ? 2 * batch : Math.max(1, batch / 2);
    }
    return (now - begin) / (double) (calls - before);
  }

  /** A step of one worker, and all that follows it: as the engine's worker does it. */
  private void step(Hand hand) {
    Point point = hand.point;
    if (point == null) {
      throw new IllegalStateException("hand: empty (expected: a point; open() gives each one)");
    }
    Stall stall = descent.advance(point, oracle);
    steps++;
    if (stall != null) {
      slices++;
      stalls++;
      hand.taken = 0;
      desk.report(starts, point.position(), point.value(), calls);
      spare.push(point);
      plant(hand);
      take(hand);
    } else if (++hand.taken >= slice) {
      slices++;
      hand.taken = 0;
      if (hand.access.exchange(point.value(), point)) {
        exchanges++;
        hold(hand);
      }
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
    Starts.uniform().fill(1, index, problem.startBox(), x);
  }

  @Override
  public void beforeValue() {
    spend(1);
  }

  @Override
  public void beforeGradient() {
    spend(1);
  }

  @Override
  public int beforeValues(int wanted) {
    spend(wanted);
    return wanted;
  }

  /** Counts as the engine does: asks whether the end has come, and takes calls in blocks. */
  private void spend(int count) {
    if (ended) {
      throw StopSearch.INSTANCE;
    }
    if (lease < count) {
      ledger.addAndGet(LEASE);
      lease += LEASE;
    }
    lease -= count;
    CALLS.setOpaque(this, calls + count);
  }

  @Override
  public void after(double value, double[] u, int offset) {
    if (!(value >= best && value <= Double.MAX_VALUE)) {
      best = value;
    }
  }

  @Override
  public double failed(Throwable cause, double[] u, int offset) {
    throw new IllegalStateException("the objective threw", cause);
  }

  private static VarHandle calls() {
    try {
      return MethodHandles.lookup().findVarHandle(Replica.class, "calls", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
