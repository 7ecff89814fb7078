package org.multidescent.engine;

import org.multidescent.report.FailurePolicy;

/**
 * What a search does so that nothing is lost.
 *
 * @param failures what it does about an objective that fails
 * @param lateClock whether the budget of time counts from the end of the first call
 */
public record Safety(FailurePolicy failures, boolean lateClock) {}
