package org.multidescent.engine.restart;

/**
 * A start that has been evaluated and descends next.
 *
 * @param start its index
 * @param value the objective's value there
 */
public record WaitingStart(long start, double value) {}
