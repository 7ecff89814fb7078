package org.multidescent.engine.settings;

import org.multidescent.start.Starts;

/**
 * Where a search begins.
 *
 * @param sequence the sequence of starts
 * @param initial how many of them are evaluated at first
 * @param sample how many of them tell how far values are spread; at most {@code initial}
 */
public record StartSettings(Starts sequence, int initial, int sample) {}
