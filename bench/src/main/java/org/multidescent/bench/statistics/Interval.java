package org.multidescent.bench.statistics;

/**
 * A confidence interval.
 *
 * @param lower its lower end
 * @param upper its upper end, perhaps infinite
 */
public record Interval(double lower, double upper) {}
