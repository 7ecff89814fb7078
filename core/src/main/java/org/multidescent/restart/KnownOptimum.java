package org.multidescent.restart;

/**
 * A known optimum, as a restart strategy sees it.
 *
 * @param id its id in the catalogue
 * @param value the objective's value
 * @param position its position in working coordinates; not to be changed
 */
public record KnownOptimum(long id, double value, double[] position) {}
