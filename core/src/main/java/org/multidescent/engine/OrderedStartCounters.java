package org.multidescent.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.engine.budget.Incumbent;
import org.multidescent.engine.budget.OrderedTermination;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.evaluation.EvaluationCounter;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;

/**
 * What one worker saw while it evaluated its share of the initial starts of a reproducible search.
 * Places are those of {@link OrderedStarts}.
 */
public final class OrderedStartCounters implements EvaluationCounter {

  private static final VarHandle CALLS = handle("calls", long.class);
  private static final VarHandle BEST = handle("best", double.class);

  private final Termination verdict;
  private final OrderedTermination finish;
  private final Incumbent leader;
  private final WorkingCoordinates scaling;
  private final double target;
  public final Improvements bests;
  private final long tolerated;
  public final OrderedStartFaults faults = new OrderedStartFaults();
  private long exceptions;
  private long[] broken = new long[16];
  private int brokenSize;
  private long granted;
  private long told;
  private long calls;
  private long seen;
  private double best = Double.POSITIVE_INFINITY;

  public OrderedStartCounters(
      SearchSettings settings, Termination verdict, OrderedTermination finish, Incumbent leader) {
    this.leader = leader;
    this.verdict = verdict;
    this.finish = finish;
    this.scaling = settings.coordinates();
    this.tolerated = settings.safety().failures().tolerated();
    this.target = settings.budget().target();
    this.bests = new Improvements(settings.problem().dimension());
  }

  /** Tells which start comes next. */
  public void begin(long start) {
    granted = start;
    told = start + 1;
  }

  @Override
  public void beforeValue() {
    beforeValues(1);
  }

  @Override
  public void beforeGradient() {
    throw new IllegalStateException("starts have no gradient");
  }

  @Override
  public int beforeValues(int wanted) {
    if (verdict.isEnded() || finish.isBy(granted)) {
      throw StopSearch.INSTANCE;
    }
    granted += wanted;
    CALLS.setOpaque(this, calls + wanted);
    return wanted;
  }

  @Override
  public void after(double value, double[] u, int offset) {
    if (!Double.isFinite(value)) {
      faults.add(told, new Fault(FaultRecorder.kind(value), locate(u, offset), value, null));
      addBroken();
    } else if (value < best) {
      BEST.setOpaque(this, value);
      bests.add(told, value, u, offset);
      leader.offer(value);
      if (value <= target) {
        finish.at(told, Ending.TARGET);
      }
    }
    told++;
    seen++;
  }

  @Override
  public double failed(Throwable cause, double[] u, int offset) {
    Fault.Kind kind = FaultRecorder.kind(cause);
    Throwable thrown = kind == Fault.Kind.TIMEOUT ? null : cause;
    Fault fault = new Fault(kind, locate(u, offset), Double.NaN, thrown);
    faults.add(told, fault);
    if (kind == Fault.Kind.ERROR || kind == Fault.Kind.EXCEPTION && ++exceptions > tolerated) {
      finish.at(told, fault);
      throw StopSearch.INSTANCE;
    }
    for (; told <= granted; told++) {
      addBroken();
      seen++;
    }
    if (verdict.isEnded()) {
      throw StopSearch.INSTANCE;
    }
    return Double.NaN;
  }

  public long readCalls() {
    return (long) CALLS.getOpaque(this);
  }

  public double readBest() {
    return (double) BEST.getOpaque(this);
  }

  /** Returns how many starts were evaluated to the end. */
  public long seen() {
    return seen;
  }

  /** Returns the places of the starts without a usable value, ascending. */
  public long[] broken() {
    return Arrays.copyOf(broken, brokenSize);
  }

  private double[] locate(double[] u, int offset) {
    double[] x = new double[scaling.dimension()];
    scaling.toProblem(u, offset, x, 0);
    return x;
  }

  private void addBroken() {
    if (brokenSize == broken.length) {
      broken = Arrays.copyOf(broken, 2 * brokenSize);
    }
    broken[brokenSize++] = told;
  }

  private static VarHandle handle(String field, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(OrderedStartCounters.class, field, type);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
