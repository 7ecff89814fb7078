package org.multidescent.bench.tune;

/**
 * How a search divides its evaluations.
 *
 * @param evaluationsPerStep evaluations a step takes
 * @param evaluationsPerDescent evaluations a descent takes; infinite if none ended
 * @param live the points alive at the end
 */
record SearchProfile(double evaluationsPerStep, double evaluationsPerDescent, long live) {}
