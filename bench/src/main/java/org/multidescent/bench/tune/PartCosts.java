package org.multidescent.bench.tune;

/**
 * What the engine's parts cost without contention, in nanoseconds.
 *
 * @param look a worker's look at a frontier that has nothing better
 * @param exchange an exchange of the point in hand for the best that waits
 * @param replace a fresh start's way into the frontier and the best point's way out
 * @param transfer a cache line's way from one core to another
 */
record PartCosts(double look, double exchange, double replace, double transfer) {}
