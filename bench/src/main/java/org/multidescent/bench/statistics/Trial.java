package org.multidescent.bench.statistics;

/**
 * One run towards one target.
 *
 * @param evaluations up to the evaluation that reached the target, or of the whole run if none did
 * @param success whether the target was reached
 */
public record Trial(long evaluations, boolean success) {

  /**
   * Creates a trial.
   *
   * @param evaluations as above, 0 or more
   * @param success as above
   * @throws IllegalArgumentException if {@code evaluations} is negative
   */
  public Trial {
    if (evaluations < 0) {
      throw new IllegalArgumentException("evaluations: " + evaluations + " (expected: 0 or more)");
    }
  }
}
