package org.multidescent.bench.contender;

/**
 * An evaluation of the objective that gave a lower value than all before it.
 *
 * @param evaluation which evaluation of the run, from 1; with several workers exact to a few
 *     evaluations
 * @param value what it gave
 */
public record Improvement(long evaluation, double value) {}
