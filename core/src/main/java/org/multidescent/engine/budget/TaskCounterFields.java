package org.multidescent.engine.budget;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.multidescent.concurrent.LeadingPadding;
import org.multidescent.report.Ending;

/** What a task has counted and may use, between two paddings. */
abstract class TaskCounterFields extends LeadingPadding {

  static final VarHandle VALUES = handle("valueEvaluations", long.class);
  static final VarHandle GRADIENTS = handle("gradientEvaluations", long.class);
  static final VarHandle STEPS = handle("steps", long.class);
  static final VarHandle STARTS = handle("starts", long.class);
  static final VarHandle PERTURBATIONS = handle("perturbations", long.class);
  static final VarHandle STALLS = handle("stalls", long.class);

  long valueEvaluations;
  long gradientEvaluations;
  long steps;
  long starts;
  long perturbations;
  long stalls;
  long lent;
  long borrowed;
  long evaluationsGranted;
  long evaluationsLeft;
  long stepsGranted;
  long stepsLeft;
  long tolerated;
  long place = Termination.NOW;
  double best = Double.POSITIVE_INFINITY;
  @Nullable Ending spent;

  private static VarHandle handle(String field, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(TaskCounterFields.class, field, type);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
