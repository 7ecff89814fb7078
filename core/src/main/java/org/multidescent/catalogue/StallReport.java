package org.multidescent.catalogue;

import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Stall;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Estimate;
import org.multidescent.report.Origin;
import org.multidescent.restart.Outcome;

/**
 * The report of a stalled point, on its way from a worker to the catalogue.
 *
 * @param origin where the descent began
 * @param startValue the value there
 * @param u where it stalled, in working coordinates; the report's own copy
 * @param estimate what is known of the value there
 * @param stall why it stalled
 * @param descent how the descent went
 * @param at the calls the whole search had made
 */
public record StallReport(
    Origin origin,
    double startValue,
    double[] u,
    Estimate estimate,
    Stall stall,
    DescentSummary descent,
    long at) {

  /** Returns the value where it stalled; of a noisy objective, the mean. */
  public double value() {
    return estimate.mean();
  }

  /** Returns what a restart strategy is told; of no classification if it is no optimum. */
  public Outcome outcome(@Nullable Classification classification) {
    return new Outcome(
        origin,
        startValue,
        value(),
        stall,
        classification == null ? -1 : classification.id(),
        classification != null && classification.kind() == Classification.Kind.NEW,
        descent.evaluations());
  }
}
