package org.multidescent.report;

import java.time.Duration;

/**
 * A best value, when it was found.
 *
 * @param value the objective's value, lower than all before
 * @param evaluations the evaluations all workers had made by then
 * @param time since the search began; with what it took before, if it goes on from a checkpoint
 */
public record Improvement(double value, long evaluations, Duration time) {}
