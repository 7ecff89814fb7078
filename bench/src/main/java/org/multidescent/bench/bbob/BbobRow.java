package org.multidescent.bench.bbob;

import java.util.List;
import org.multidescent.bench.statistics.Trial;

/**
 * What a run left behind.
 *
 * @param contender the contender's name, without commas, quotes and line breaks
 * @param function the function's number, 1 to 24
 * @param dimension the number of coordinates
 * @param instance the instance's number
 * @param workers how many workers the contender had
 * @param evaluations how many evaluations it made
 * @param bestDf the best {@code f - f_opt} it found
 * @param hits at which evaluation each of the {@link Targets} was first reached, -1 for never
 */
public record BbobRow(
    String contender,
    int function,
    int dimension,
    int instance,
    int workers,
    long evaluations,
    double bestDf,
    List<Long> hits) {

  /**
   * Creates a row.
   *
   * @param contender as above
   * @param function as above
   * @param dimension as above
   * @param instance as above
   * @param workers as above
   * @param evaluations as above
   * @param bestDf as above
   * @param hits as above, {@link Targets#COUNT} numbers
   * @throws IllegalArgumentException if the name has a forbidden character, or the number of hits
   *     is another
   */
  public BbobRow {
    if (contender.isBlank() || contender.matches("(?s).*[,\"\\r\\n].*")) {
      throw new IllegalArgumentException(
          "contender: '" + contender + "' (expected: a name without commas, quotes, line breaks)");
    }
    if (hits.size() != Targets.COUNT) {
      throw new IllegalArgumentException(
          "hits: %d numbers (expected: %d, one a target)".formatted(hits.size(), Targets.COUNT));
    }
    hits = List.copyOf(hits);
  }

  /**
   * Returns this run as a trial of one target.
   *
   * @param target the target's number, 0 to 50
   * @return the trial
   */
  public Trial trial(int target) {
    long hit = hits.get(target);
    return hit < 0 ? new Trial(evaluations, false) : new Trial(hit, true);
  }
}
