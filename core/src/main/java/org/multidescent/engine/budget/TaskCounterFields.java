package org.multidescent.engine.budget;

import org.jspecify.annotations.Nullable;
import org.multidescent.concurrent.LeadingPadding;
import org.multidescent.report.Ending;

/** What a task has counted and may use, between two paddings. */
abstract class TaskCounterFields extends LeadingPadding {
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
}
