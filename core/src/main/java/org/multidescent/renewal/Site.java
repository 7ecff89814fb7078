package org.multidescent.renewal;

/**
 * A known optimum, as a renewal sees it.
 *
 * @param id its id in the catalogue
 * @param value the objective's value
 * @param position its position in working coordinates; not to be changed
 */
public record Site(long id, double value, double[] position) {}
