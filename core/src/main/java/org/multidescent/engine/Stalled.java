package org.multidescent.engine;

import org.multidescent.descent.Stall;
import org.multidescent.report.Origin;

/**
 * The report of a stalled point, on its way from a worker to the catalogue.
 *
 * @param origin where the descent began
 * @param startValue the value there
 * @param u where it stalled, in working coordinates; the report's own copy
 * @param value the value there
 * @param stall why it stalled
 * @param calls the calls the descent made
 * @param at the calls the whole search had made
 */
record Stalled(
    Origin origin, double startValue, double[] u, double value, Stall stall, long calls, long at) {}
