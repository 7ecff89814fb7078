package org.multidescent.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Stall;
import org.multidescent.engine.restart.DescentFactory;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.StartBatch;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.telemetry.IdleTimer;
import org.multidescent.engine.telemetry.WorkerTimer;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.frontier.Frontier;
import org.multidescent.problem.Problem;
import org.multidescent.report.Ending;

/**
 * One thread of a reproducible search: evaluates its share of the starts, then performs the tasks
 * it is handed.
 */
public final class OrderedWorker implements Runnable {

  private final SearchSettings settings;
  private final OrderedState shared;
  private final OrderedStartCounters tally;
  private final Descent descent;
  private final ForwardingCounters relay;
  private final CountedOracle oracle;
  private final DescentFactory launch;
  private final Frontier.Access<LivePoint> access;
  private final double[] startPosition;
  private final TaskAllotment size;
  private final @Nullable WorkerTimer timing;
  private final IdleTimer idle;
  private @Nullable Task hand;

  public OrderedWorker(SearchSettings settings, OrderedState shared, int index) {
    this.settings = settings;
    this.shared = shared;
    this.tally = shared.firstStarts().tally(index);
    this.descent = settings.descent();
    this.relay = new ForwardingCounters(tally);
    this.timing = shared.timing(index);
    this.idle = new IdleTimer(index, timing);
    Problem problem = settings.problem();
    this.oracle = new CountedOracle(problem, settings.coordinates(), descent.differences(), relay);
    this.launch =
        new DescentFactory(settings, shared.nursery(), shared.spread(), oracle, this::best);
    this.access = shared.frontier().access(index);
    this.startPosition = new double[oracle.dimension()];
    this.size = new TaskAllotment(settings);
  }

  @Override
  public void run() {
    try {
      if (!shared.settled()) {
        evaluateStarts();
        shared.gate().await();
      }
      Task lane = next(null);
      while (lane != null) {
        hand = lane;
        relay.to(lane);
        perform(lane);
        lane = next(lane);
      }
    } catch (Throwable failure) {
      shared.verdict().fail(failure);
    }
  }

  private @Nullable Task next(@Nullable Task done) {
    if (timing == null || !timing.isWatching()) {
      return shared.lanes().next(done, launch, idle);
    }
    long idleBefore = timing.readIdleNanos();
    long start = System.nanoTime();
    Task lane = shared.lanes().next(done, launch, idle);
    timing.polled(System.nanoTime() - start - (timing.readIdleNanos() - idleBefore));
    return lane;
  }

  private void evaluateStarts() {
    try {
      new StartBatch(oracle, shared.nursery(), settings)
          .evaluateShare(
              new StartBatch.Sink() {
                @Override
                public void begin(long start, int count) {
                  beginTurn();
                  tally.begin(start);
                }

                @Override
                public void accept(long start, double value) {
                  loadStart(start, value);
                }
              });
    } catch (StopSearch ended) {
      // The finish or the verdict says why.
    } finally {
      access.seal();
      shared.gate().arrive();
    }
  }

  private void loadStart(long start, double value) {
    shared.spread().note(start, value);
    if (Double.isFinite(value)) {
      access.load(value, (int) start);
    }
  }

  /** Returns the lowest value known to the task at hand. */
  private double best() {
    return hand == null ? Double.POSITIVE_INFINITY : hand.best;
  }

  private void perform(Task lane) {
    try {
      switch (lane.task) {
        case PLANT -> plant(lane);
        case LEAP -> leap(lane);
        case WARM -> begin(lane, launch.start(lane.start, lane.value));
        default -> {}
      }
      if (lane.task == TaskFields.Kind.DESCEND) {
        slice(lane);
      }
    } catch (StopSearch ended) {
      // The lane, the finish or the verdict says why.
    }
  }

  /** Evaluates fresh starts, up to the first without a value. */
  private void plant(Task lane) {
    boolean finite = true;
    while (finite && lane.planted < lane.planting) {
      shared.nursery().locate(lane.start + lane.planted, startPosition);
      beginTurn();
      double value = oracle.value(startPosition);
      lane.values[lane.planted++] = value;
      finite = Double.isFinite(value);
    }
  }

  private void leap(Task lane) {
    beginTurn();
    LivePoint live = launch.perturb(Objects.requireNonNull(lane.hop), lane.number);
    lane.hop();
    if (live == null) {
      lane.missed = launch.missed().clone();
    } else {
      begin(lane, live);
    }
  }

  private static void begin(Task lane, LivePoint live) {
    lane.live = live;
    lane.taken = 0;
    lane.task = TaskFields.Kind.DESCEND;
  }

  private void slice(Task lane) {
    if (timing == null || !timing.willWatch()) {
      descend(lane);
      return;
    }
    long weight = timing.weight();
    long before = lane.stepsTaken();
    long start = System.nanoTime();
    try {
      descend(lane);
    } finally {
      timing.sliced(System.nanoTime() - start, lane.stepsTaken() - before, weight);
    }
  }

  private void beginTurn() {
    if (timing != null) {
      timing.turn(oracle);
    }
  }

  private void descend(Task lane) {
    LivePoint live = Objects.requireNonNull(lane.live);
    do {
      lane.note();
      lane.stall = step(lane, live);
      lane.taken++;
      if (lane.stall != null && descent.refine(live.point, lane.stall, lane.best)) {
        live.refined = true;
        lane.stall = null;
        lane.taken = 0;
      }
    } while (lane.stall == null && lane.taken < settings.slice() && !size.isEnough(lane));
  }

  private @Nullable Stall step(Task lane, LivePoint live) {
    if (lane.stepsLeft == 0) {
      lane.spent = Ending.STEPS;
      throw StopSearch.INSTANCE;
    }
    long calls = lane.calls();
    long steps = live.point.steps();
    beginTurn();
    Stall stall = descent.advance(live.point, oracle);
    live.evaluations += lane.calls() - calls;
    if (!Double.isFinite(live.point.value())) {
      stall = Stall.NOT_FINITE;
    }
    if (live.point.steps() != steps) {
      lane.step();
    }
    return stall;
  }
}
