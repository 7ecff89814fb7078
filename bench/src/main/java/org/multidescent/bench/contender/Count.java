package org.multidescent.bench.contender;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.multidescent.problem.Evaluator;

/** One thread's counted hold on the objective; others may read its counters at any time. */
final class Count implements Evaluator {

  private static final VarHandle EVALUATIONS = handle("evaluations", long.class);
  private static final VarHandle GRADIENTS = handle("gradients", long.class);
  private static final VarHandle BEST = handle("best", double.class);

  private final Evaluator evaluator;
  private final LongSupplier calls;
  private final List<Improvement> improvements = new ArrayList<>();
  private long evaluations;
  private long gradients;
  private double best = Double.POSITIVE_INFINITY;

  Count(Evaluator evaluator, LongSupplier calls) {
    this.evaluator = evaluator;
    this.calls = calls;
  }

  @Override
  public double value(double[] x) {
    EVALUATIONS.setOpaque(this, evaluations + 1);
    double value = evaluator.value(x);
    note(value, 0);
    return value;
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    GRADIENTS.setOpaque(this, gradients + 1);
    return evaluator.valueAndGradient(x, gradient);
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    EVALUATIONS.setOpaque(this, evaluations + count);
    evaluator.values(positions, count, values);
    for (int k = 0; k < count; k++) {
      note(values[k], count - 1 - k);
    }
  }

  long evaluations() {
    return (long) EVALUATIONS.getOpaque(this);
  }

  long gradients() {
    return (long) GRADIENTS.getOpaque(this);
  }

  double best() {
    return (double) BEST.getOpaque(this);
  }

  /** Returns where this thread's best value fell; after the run. */
  List<Improvement> improvements() {
    return improvements;
  }

  private void note(double value, int later) {
    if (value < best) {
      BEST.setOpaque(this, value);
      improvements.add(new Improvement(calls.getAsLong() - later, value));
    }
  }

  private static VarHandle handle(String field, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(Count.class, field, type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
