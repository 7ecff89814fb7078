package org.multidescent.bench.statistics;

import org.hipparchus.stat.inference.AlternativeHypothesis;
import org.hipparchus.stat.inference.BinomialTest;

/**
 * Two contenders on the same problems and seeds, lower is better.
 *
 * @param better in how many pairs the first was lower
 * @param worse in how many it was higher
 * @param ties in how many both were equal
 * @param signP the two-sided p-value of the sign test, ties left out; 1 if all are ties
 * @param wilcoxonP the two-sided p-value of {@link SignedRank}
 */
public record PairedComparison(int better, int worse, int ties, double signP, double wilcoxonP) {

  /**
   * Compares two contenders.
   *
   * @param first the first contender's results, finite: clip what is not
   * @param second the second contender's, in the same order
   * @return the comparison
   * @throws IllegalArgumentException if the lengths differ, there is no pair, or a result is not
   *     finite
   */
  public static PairedComparison of(double[] first, double[] second) {
    double[] differences = differences(first, second);
    int wins = 0;
    int losses = 0;
    for (double difference : differences) {
      wins += difference < 0 ? 1 : 0;
      losses += difference > 0 ? 1 : 0;
    }
    return new PairedComparison(
        wins,
        losses,
        differences.length - wins - losses,
        signTest(wins, losses),
        SignedRank.pValue(differences));
  }

  private static double signTest(int wins, int losses) {
    return wins == losses
        ? 1
        : new BinomialTest()
            .binomialTest(wins + losses, wins, 0.5, AlternativeHypothesis.TWO_SIDED);
  }

  private static double[] differences(double[] first, double[] second) {
    if (first.length == 0 || first.length != second.length) {
      throw new IllegalArgumentException(
          "second: %d results (expected: as many as first, %d, and one or more)"
              .formatted(second.length, first.length));
    }
    double[] differences = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      requireFinite("first", i, first[i]);
      requireFinite("second", i, second[i]);
      differences[i] = first[i] - second[i];
    }
    return differences;
  }

  private static void requireFinite(String name, int index, double result) {
    if (!Double.isFinite(result)) {
      throw new IllegalArgumentException(
          "%s[%d]: %s (expected: a finite number)".formatted(name, index, result));
    }
  }
}
