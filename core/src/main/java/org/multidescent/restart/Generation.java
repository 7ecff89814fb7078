package org.multidescent.restart;

import org.multidescent.report.Origin;

/**
 * A run of an evolution strategy after one more generation.
 *
 * @param origin where the run began
 * @param value the lowest value of an offspring so far
 * @param evaluations the evaluations of the run so far
 */
public record Generation(Origin origin, double value, long evaluations) {}
