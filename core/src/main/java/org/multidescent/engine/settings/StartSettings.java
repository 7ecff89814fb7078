package org.multidescent.engine.settings;

import org.multidescent.start.Starts;

/**
 * Where a search begins.
 *
 * @param sequence the sequence of starts
 * @param initial how many of them are evaluated before descents from any but the first
 * @param first how many of them are evaluated before any descent: all initial ones, or one
 * @param sample how many of them tell how far values are spread; at most {@code initial}
 */
public record StartSettings(Starts sequence, int initial, int first, int sample) {

  /** Tells whether the first start descends before the others are evaluated. */
  public boolean leads() {
    return first < initial;
  }
}
