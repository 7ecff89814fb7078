package org.multidescent.bench.statistics;

import java.util.Arrays;
import org.hipparchus.special.Erf;
import org.hipparchus.stat.ranking.NaNStrategy;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/**
 * Wilcoxon's signed-rank test, two-sided. Zero differences are left out; equal ones share their
 * mean rank. Up to 100 differences the p-value is exact given the ranks, beyond it is the normal
 * approximation.
 *
 * <p>Hipparchus has this test too; its exact form visits all 2^n signs and takes most of a minute
 * at 29 pairs. Here the ways to reach each rank sum are counted one rank after another, in twice
 * the ranks so that shared ones are whole numbers.
 */
public final class SignedRank {

  private static final int MOST_EXACT = 100;

  private SignedRank() {}

  /**
   * Returns the probability of signs at least as one-sided as these, were both signs as likely.
   *
   * @param differences the paired differences, finite
   * @return the p-value, above 0 and at most 1; 1 if all differences are zero
   */
  public static double pValue(double[] differences) {
    double[] nonZero = Arrays.stream(differences).filter(d -> d != 0).toArray();
    if (nonZero.length == 0) {
      return 1;
    }
    int[] doubledRanks = doubledRanks(nonZero);
    int total = Arrays.stream(doubledRanks).sum();
    int positive = 0;
    for (int i = 0; i < nonZero.length; i++) {
      positive += nonZero[i] > 0 ? doubledRanks[i] : 0;
    }
    int smaller = Math.min(positive, total - positive);
    double tail =
        nonZero.length <= MOST_EXACT
            ? exactTail(doubledRanks, total, smaller)
            : normalTail(doubledRanks, total, smaller);
    return Math.min(1, 2 * tail);
  }

  private static int[] doubledRanks(double[] differences) {
    double[] sizes = Arrays.stream(differences).map(Math::abs).toArray();
    double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(sizes);
    return Arrays.stream(ranks).mapToInt(rank -> (int) Math.round(2 * rank)).toArray();
  }

  private static double exactTail(int[] doubledRanks, int total, int smaller) {
    double[] probability = new double[total + 1];
    probability[0] = 1;
    for (int rank : doubledRanks) {
      for (int sum = total; sum >= 0; sum--) {
        double without = probability[sum];
        double with = sum < rank ? 0 : probability[sum - rank];
        probability[sum] = (without + with) / 2;
      }
    }
    return Arrays.stream(probability, 0, smaller + 1).sum();
  }

  private static double normalTail(int[] doubledRanks, int total, int smaller) {
    double variance = 0;
    for (int rank : doubledRanks) {
      variance += 0.25 * rank * rank;
    }
    double distance = Math.max(0, total / 2.0 - smaller - 1);
    return 0.5 * Erf.erfc(distance / Math.sqrt(2 * variance));
  }
}
