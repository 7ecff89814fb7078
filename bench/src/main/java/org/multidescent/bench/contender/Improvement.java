package org.multidescent.bench.contender;

/**
 * A call of the objective that gave a lower value than all before it.
 *
 * @param evaluation which call of the run, from 1; with several workers exact to a few calls
 * @param value what it gave
 */
public record Improvement(long evaluation, double value) {}
