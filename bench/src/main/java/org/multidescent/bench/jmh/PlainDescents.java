package org.multidescent.bench.jmh;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.Point;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.evaluation.EvaluationCounter;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.problem.Problem;
import org.multidescent.start.Starts;

/**
 * Independent descents without an engine: each lane, a thread's work, descends from every {@code
 * lanes}-th start to its stall, one after the other, until one of them reaches the target or the
 * lane has made its share of the calls.
 */
final class PlainDescents {

  /** The article's descent. */
  static final Descent ARTICLE =
      new Descent(StepRule.euler(0.01), StallRule.positions(20, 0.01), Differences.article(0.001));

  private final Problem problem;
  private final WorkingCoordinates scaling;
  private final Descent descent;
  private final double target;
  private final long limit;
  private final long seed;
  private final int lanes;
  private final AtomicBoolean reached = new AtomicBoolean();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong steps = new AtomicLong();

  private PlainDescents(
      Problem problem,
      WorkingCoordinates scaling,
      Descent descent,
      double target,
      long limit,
      long seed,
      int lanes) {
    this.problem = problem;
    this.scaling = scaling;
    this.descent = descent;
    this.target = target;
    this.limit = limit;
    this.seed = seed;
    this.lanes = lanes;
  }

  /** Descents of the article's kind, until one reaches the target. */
  static PlainDescents toTarget(Problem problem, double target, long seed, int lanes) {
    WorkingCoordinates scaling = WorkingCoordinates.none(problem);
    return new PlainDescents(problem, scaling, ARTICLE, target, Long.MAX_VALUE, seed, lanes);
  }

  /** Descents of any kind, each lane until it has made so many calls. */
  static PlainDescents ofCalls(
      Problem problem,
      WorkingCoordinates scaling,
      Descent descent,
      long limit,
      long seed,
      int lanes) {
    double never = Double.NEGATIVE_INFINITY;
    return new PlainDescents(problem, scaling, descent, never, limit, seed, lanes);
  }

  /** Returns the work of one thread. */
  Runnable lane(int index) {
    return () -> {
      Lane lane = new Lane();
      try {
        for (long start = index; ; start += lanes) {
          lane.descend(start);
        }
      } catch (StopSearch over) {
        calls.addAndGet(lane.calls);
        steps.addAndGet(lane.steps);
      }
    };
  }

  /** Returns the calls of all lanes, once they have ended. */
  long calls() {
    return calls.get();
  }

  /** Returns the steps of all lanes, once they have ended. */
  long steps() {
    return steps.get();
  }

  private final class Lane implements EvaluationCounter {

    private final Oracle oracle = new CountedOracle(problem, scaling, descent.differences(), this);
    private final Point point = descent.newPoint(problem.dimension());
    private long calls;
    private long steps;

    void descend(long start) {
      double[] u = point.position();
      Starts.uniform().fill(seed, start, problem.startBox(), u);
      scaling.toWorking(u, u);
      descent.begin(point, oracle.value(u), 0);
      boolean moving = true;
      while (moving) {
        long before = point.steps();
        moving = descent.advance(point, oracle) == null;
        steps += point.steps() - before;
      }
    }

    @Override
    public void beforeValue() {
      if (reached.getOpaque() || calls == limit) {
        throw StopSearch.INSTANCE;
      }
      calls++;
    }

    @Override
    public void beforeGradient() {
      beforeValue();
    }

    @Override
    public int beforeValues(int wanted) {
      beforeValue();
      return 1;
    }

    @Override
    public void after(double value, double[] u, int offset) {
      if (value <= target) {
        reached.set(true);
      }
    }

    @Override
    public double failed(Throwable cause, double[] u, int offset) {
      throw new IllegalStateException(cause);
    }
  }
}
