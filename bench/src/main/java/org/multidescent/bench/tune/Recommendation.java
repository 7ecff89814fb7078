package org.multidescent.bench.tune;

import java.util.List;

/**
 * How to run searches of a problem on a machine.
 *
 * @param workers the threads
 * @param slice the steps before a worker looks at the frontier; {@link ThreadTuner#WHOLE_DESCENTS}
 *     by default
 * @param relaxed whether the frontier should be relaxed, not exact
 * @param splitDifferences whether the components of one gradient should be spread over threads
 * @param code the line to paste
 * @param reasons why, a sentence each
 */
public record Recommendation(
    int workers,
    int slice,
    boolean relaxed,
    boolean splitDifferences,
    String code,
    List<String> reasons) {

  /**
   * Creates a recommendation.
   *
   * @param workers as above
   * @param slice as above
   * @param relaxed as above
   * @param splitDifferences as above
   * @param code as above
   * @param reasons as above
   */
  public Recommendation {
    reasons = List.copyOf(reasons);
  }
}
