package org.multidescent.catalogue;

import org.multidescent.descent.Stall;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;

/**
 * The report of a stalled point, on its way from a worker to the catalogue.
 *
 * @param origin where the descent began
 * @param startValue the value there
 * @param u where it stalled, in working coordinates; the report's own copy
 * @param value the value there
 * @param stall why it stalled
 * @param descent how the descent went
 * @param at the calls the whole search had made
 */
public record StallReport(
    Origin origin,
    double startValue,
    double[] u,
    double value,
    Stall stall,
    DescentSummary descent,
    long at) {}
