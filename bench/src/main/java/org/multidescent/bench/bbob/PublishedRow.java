package org.multidescent.bench.bbob;

/**
 * A published algorithm's figures over all functions of a suite.
 *
 * @param algorithm its name and the year of its data
 * @param dimension the number of coordinates
 * @param attainment its figures
 */
public record PublishedRow(String algorithm, int dimension, Attainment attainment) {}
