package org.multidescent.bench.tune;

/**
 * What workers do with the frontier, counted.
 *
 * @param callsPerStep calls of the objective a step takes, those of new starts included
 * @param exchanges exchanges a slice ends with, 0 to 1
 * @param stalls stalls a slice ends with, 0 to 1
 * @param stepsPerSlice steps a slice takes, at least 1 in most
 */
record Traffic(double callsPerStep, double exchanges, double stalls, double stepsPerSlice) {}
