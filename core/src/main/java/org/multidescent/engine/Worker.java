package org.multidescent.engine;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Halt;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.Point;
import org.multidescent.descent.Stall;
import org.multidescent.frontier.Frontier;
import org.multidescent.random.Mix;
import org.multidescent.random.RandomStream;
import org.multidescent.renewal.Hop;
import org.multidescent.renewal.Next;
import org.multidescent.report.Origin;

/**
 * One thread of a search: evaluates its share of the starts, then pulls points from the frontier,
 * steps them downhill for a slice, and puts them back or has them replaced.
 *
 * <p>The point in hand belongs to this worker alone. On every way out it is given back, so that
 * each living point is in exactly one place when the search has ended.
 */
final class Worker implements Runnable {

  private static final int CHUNKS_PER_WORKER = 64;
  private static final int LARGEST_CHUNK = 1024;

  private final Settings settings;
  private final Shared shared;
  private final Descent descent;
  private final Meter meter;
  private final @Nullable Timing timing;
  private final Help help;
  private final Oracle oracle;
  private final Frontier.Access<LivePoint> access;
  private final ArrayDeque<LivePoint> spare = new ArrayDeque<>();
  private final Candidates candidates;
  private final double[] startPosition;
  private int broken;
  private long stepLease;
  private @Nullable LivePoint hand;

  Worker(Settings settings, Shared shared, int index) {
    this.settings = settings;
    this.shared = shared;
    this.descent = settings.descent();
    this.meter = shared.meters()[index];
    this.timing = shared.timing(index);
    this.help =
        new Help(shared.board(), index, meter, shared.verdict(), new IdleSpan(index, timing));
    this.oracle =
        new Oracle(
            timing == null ? settings.problem() : timing.measured(settings.problem()),
            settings.scaling(),
            descent.differences(),
            meter,
            help.orNull());
    Frontier.Access<LivePoint> plain = shared.frontier().access(index);
    this.access = timing == null ? plain : new TimedAccess<>(plain, timing);
    this.candidates = new Candidates(oracle);
    this.startPosition = new double[settings.problem().dimension()];
  }

  @Override
  public void run() {
    try {
      evaluateStarts();
      shared.gate().await();
      for (; broken > 0; broken--) {
        plantOne();
      }
      Pause pause = new Pause();
      while (!shared.verdict().isEnded()) {
        if (hand == null && !take()) {
          giveBackLeases();
          if (help.lend(oracle)) {
            pause.reset();
          } else {
            pause.once();
          }
          continue;
        }
        help.leave();
        pause.reset();
        work();
      }
    } catch (Halt ended) {
      // The verdict says why.
    } catch (Throwable failure) {
      shared.verdict().fail(failure);
    } finally {
      help.leave();
      if (hand != null) {
        access.offer(hand.point.value(), hand);
        hand = null;
      }
      giveBackLeases();
    }
  }

  /** Evaluates starts, chunk by chunk, until all are taken. */
  private void evaluateStarts() {
    int pool = settings.pool();
    int chunk =
        Math.max(1, Math.min(LARGEST_CHUNK, pool / (CHUNKS_PER_WORKER * settings.workers())));
    try {
      StartBatch batch = new StartBatch(oracle, shared.nursery(), chunk);
      long first;
      while ((first = shared.nursery().claim(chunk, pool)) < pool) {
        int count = (int) Math.min(chunk, pool - first);
        batch.evaluate(first, count, this::loadStart);
      }
    } finally {
      access.seal();
      shared.gate().arrive();
    }
  }

  private void loadStart(long start, double value) {
    shared.population().born(1);
    shared.spread().note(start, value);
    if (Double.isFinite(value)) {
      meter.start();
      access.load(value, (int) start);
    } else {
      countBrokenStart();
      broken++;
    }
  }

  private void countBrokenStart() {
    shared.director().admit();
    meter.start();
    meter.stall();
  }

  /** Takes the best visible point into the hand. */
  private boolean take() {
    if (!access.poll()) {
      return false;
    }
    hold();
    return true;
  }

  private void hold() {
    LivePoint polled = access.point();
    hand = polled != null ? polled : warm(access.start(), access.value());
  }

  /** Makes a live point of a cold start: its position is computed again. */
  private LivePoint warm(int start, double value) {
    LivePoint live = blank();
    shared.nursery().locate(start, live.point.position());
    begin(live, new Origin.Start(start), value);
    return live;
  }

  private void begin(LivePoint live, Origin origin, double value) {
    live.origin = origin;
    live.startValue = value;
    live.calls = 0;
    if (isCoarse(origin)) {
      descent.beginCoarse(live.point, value, shared.spread().value(), shared.best());
    } else {
      descent.begin(live.point, value, shared.spread().value(), shared.best());
    }
  }

  /** Decides by the origin alone, so that the descent can be run again. */
  private boolean isCoarse(Origin origin) {
    if (settings.coarse() == 0) {
      return false;
    }
    long key =
        origin instanceof Origin.Start start
            ? 2 * start.index()
            : 2 * ((Origin.Hop) origin).stream() + 1;
    long bits = Mix.mix(Mix.mix(settings.seed(), Streams.COARSE), key);
    return Mix.unit(bits) < settings.coarse();
  }

  private LivePoint blank() {
    LivePoint used = spare.poll();
    return used != null ? used : new LivePoint(descent.newPoint(oracle.dimension()));
  }

  /** Gives the point in hand its slice, then keeps it, exchanges it or has it replaced. */
  private void work() {
    LivePoint live = hand;
    Stall stall = timing == null ? slice(live) : timedSlice(live, timing);
    if (stall != null) {
      retire(live, stall);
    } else if (access.exchange(live.point.value(), live)) {
      hold();
    }
  }

  private @Nullable Stall timedSlice(LivePoint live, Timing timing) {
    if (!timing.slices.isDue()) {
      return slice(live);
    }
    long before = live.point.steps();
    long start = System.nanoTime();
    Stall stall = slice(live);
    timing.sliced(System.nanoTime() - start, live.point.steps() - before);
    return stall;
  }

  private @Nullable Stall slice(LivePoint live) {
    long before = meter.calls() + help.borrowed();
    try {
      for (int step = 0; step < settings.slice(); step++) {
        Stall stall = step(live.point);
        if (stall != null) {
          return stall;
        }
      }
      return null;
    } finally {
      live.calls += meter.calls() + help.borrowed() - before;
    }
  }

  private @Nullable Stall step(Point point) {
    if (stepLease == 0) {
      stepLease = shared.steps().lease(1);
    }
    long before = point.steps();
    Stall stall = descent.advance(point, oracle);
    if (point.steps() != before) {
      meter.step();
      if (--stepLease == 0) {
        shared.steps().release(0);
      }
    }
    return stall;
  }

  /** Reports a stalled point and puts something in its place. */
  private void retire(LivePoint live, Stall stall) {
    if (descent.refine(live.point, stall, shared.best())) {
      return;
    }
    shared.director().admit();
    Decision decision = shared.director().settle(live, stall);
    meter.stall();
    hand = null;
    spare.push(live);
    while (decision.next() instanceof Next.Leap leap) {
      hand = leap(leap.hop(), decision.number());
      if (hand != null) {
        return;
      }
      decision = shared.director().missed(leap.hop(), decision.number(), startPosition);
    }
    int count = ((Next.Fresh) decision.next()).count();
    for (int i = 0; i < count; i++) {
      plantOne();
    }
    shared.population().replaced(count);
  }

  /** Evaluates the next start and puts it into the frontier; one without a value is replaced. */
  private void plantOne() {
    while (true) {
      long start = shared.nursery().claim();
      shared.nursery().locate(start, startPosition);
      double value = oracle.value(startPosition);
      if (Double.isFinite(value)) {
        meter.start();
        access.offerStart(value, Math.toIntExact(start));
        return;
      }
      countBrokenStart();
    }
  }

  /**
   * Evaluates the candidates of a hop.
   *
   * @return the lowest of them, or null if none has a value
   */
  private @Nullable LivePoint leap(Hop hop, long number) {
    int best = candidates.evaluate(hop, new RandomStream(settings.seed(), Streams.HOPS, number));
    if (best < 0) {
      candidates.copy(0, startPosition);
      shared.director().admit();
      meter.hop();
      meter.stall();
      return null;
    }
    meter.hop();
    LivePoint live = blank();
    candidates.copy(best, live.point.position());
    Origin origin = new Origin.Hop(hop.kind(), hop.source(), number, live.point.position());
    begin(live, origin, candidates.value(best));
    return live;
  }

  private void giveBackLeases() {
    meter.close();
    if (stepLease > 0) {
      shared.steps().release(stepLease);
      stepLease = 0;
    }
  }
}
