package org.multidescent.restart;

import org.multidescent.descent.Stall;
import org.multidescent.report.Origin;

/**
 * A descent that has ended.
 *
 * @param origin where it began
 * @param startValue the objective's value there
 * @param value the objective's value where it stalled
 * @param stall why it stalled
 * @param optimum the id of the optimum it found; -1 if it found none
 * @param isNew whether that optimum was not known before
 * @param evaluations the evaluations it made
 */
public record Outcome(
    Origin origin,
    double startValue,
    double value,
    Stall stall,
    long optimum,
    boolean isNew,
    long evaluations) {}
