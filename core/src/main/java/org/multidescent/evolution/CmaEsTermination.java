package org.multidescent.evolution;

import static org.multidescent.evolution.CmaEsMemory.FIRST_MEDIAN;
import static org.multidescent.evolution.CmaEsMemory.FIRST_POPULATION;
import static org.multidescent.evolution.CmaEsMemory.FIRST_SIGMA;
import static org.multidescent.evolution.CmaEsMemory.FLATNESS;
import static org.multidescent.evolution.CmaEsMemory.GENERATION;
import static org.multidescent.evolution.CmaEsMemory.LONG;
import static org.multidescent.evolution.CmaEsMemory.POPULATION;
import static org.multidescent.evolution.CmaEsMemory.RECORDS;
import static org.multidescent.evolution.CmaEsMemory.SIGMA;
import static org.multidescent.evolution.CmaEsMemory.STRIDE;

import java.util.Arrays;

/**
 * When a run has ended: the criteria of Auger and Hansen (2005) and Hansen (2009), with tolerances
 * on values relative to the range of values and to floating-point noise. Behind the best value of
 * the search, a run is level already if what it gains does not count beside what it lacks. The long
 * history is thinned out as it grows: every second record is dropped, and from then on every second
 * generation of those recorded so far leaves one.
 */
public final class CmaEsTermination {

  /** How many of the oldest and newest records stagnation compares at most. */
  static final int SAMPLE = 16;

  /** Stagnation under noise: a random walk is not to go on for long. */
  private static final int SAMPLE_IN_NOISE = 8;

  /** Up to so many coordinates; beyond, a run needs the more generations to get anywhere. */
  private static final double FEW_COORDINATES = 10;

  private static final double PATIENCE_IN_NOISE = 0.15;
  private static final double LATE_PATIENCE_IN_NOISE = 0.05;
  private static final double LATE_PATIENCE = 0.2;

  private static final double RANGE = 1e-20;
  private static final double ULPS = 16;
  private static final double BEHIND = 1e-3;
  private static final double SHORTEST = 1e-12;
  private static final double LONGEST = 1e4;
  private static final double WORST_CONDITION = 1e14;

  private CmaEsTermination() {}

  /**
   * Tells whether values say that the run has ended, or its time does.
   *
   * @param valueScale how far the objective's values are spread; 0 if that is not known
   * @param lack what the run's best value lacks of the lowest one known; negative if it leads
   * @param noisy whether values are noisy
   */
  public static boolean isLevel(
      double[] memory, CmaEsGeneration generation, double valueScale, double lack, boolean noisy) {
    int n = generation.dimension();
    int population = (int) memory[POPULATION];
    boolean level = hasLevelled(memory, generation, n, valueScale, lack);
    level |= isFlat(memory, generation, n, population);
    level |= isStagnant(memory, generation, n, noisy);
    double limit = 100 + 50.0 * (n + 3) * (n + 3) / Math.sqrt(population);
    return level || memory[GENERATION] >= limit;
  }

  /** TolFun and TolHistFun: the range of recent best values and of the generation's values. */
  private static boolean hasLevelled(
      double[] memory, CmaEsGeneration generation, int n, double valueScale, double lack) {
    int recent = CmaEsMemory.recent(n);
    int window = CmaEsMemory.window(n, (int) memory[FIRST_POPULATION]);
    long time = (long) memory[GENERATION] - 1;
    double best = generation.value(0);
    memory[recent + (int) (time % window)] = best;
    if (time + 1 < window) {
      return false;
    }
    double low = best;
    double high = generation.value(generation.recombination().parents());
    for (int k = 0; k < window; k++) {
      low = Math.min(low, memory[recent + k]);
      high = Math.max(high, memory[recent + k]);
    }
    double fall = memory[FIRST_MEDIAN] - low;
    double range = Math.max(valueScale, Double.isFinite(fall) ? fall : 0);
    double threshold = RANGE * range + ULPS * Math.ulp(low);
    return high - low <= (lack > 0 ? Math.max(threshold, BEHIND * lack) : threshold);
  }

  /** EqualFunValues: the best quarter had one value in more than a third of the generations. */
  private static boolean isFlat(
      double[] memory, CmaEsGeneration generation, int n, int population) {
    int rank = Math.min(population - 1, 1 + (population + 3) / 4);
    boolean flat = generation.value(0) == generation.value(rank);
    memory[FLATNESS] = Math.max(0, memory[FLATNESS] + (flat ? 2 : -1));
    return memory[FLATNESS] >= 10 + n;
  }

  /**
   * Stagnation: neither the best values nor the medians of the last fifth of the run fall; under
   * noise, of the last twentieth.
   */
  private static boolean isStagnant(
      double[] memory, CmaEsGeneration generation, int n, boolean noisy) {
    int population = (int) memory[POPULATION];
    long time = (long) memory[GENERATION];
    int sample = noisy ? SAMPLE_IN_NOISE : SAMPLE;
    double usual = 120 + 30.0 * n / population;
    double patience = Math.min(1, PATIENCE_IN_NOISE * Math.max(1, n / FEW_COORDINATES));
    double wanted =
        noisy
            ? LATE_PATIENCE_IN_NOISE * time + Math.max(2 * sample, patience * usual)
            : LATE_PATIENCE * time + usual;
    int bests = CmaEsMemory.bests(n);
    int medians = CmaEsMemory.medians(n);
    int count = (int) memory[RECORDS];
    long stride = Math.max(1, (long) memory[STRIDE]);
    while (wanted > LONG * stride) {
      for (int k = 0; 2 * k + 1 < count; k++) {
        memory[bests + k] = memory[bests + 2 * k + 1];
        memory[medians + k] = memory[medians + 2 * k + 1];
      }
      count /= 2;
      stride *= 2;
    }
    memory[STRIDE] = stride;
    memory[RECORDS] = count;
    if (time % stride != 0) {
      return false;
    }
    int keep = (int) (wanted / stride);
    int dropped = Math.max(0, count + 1 - keep);
    append(memory, bests, count, dropped, generation.value(0));
    append(memory, medians, count, dropped, generation.value(population / 2));
    count = count + 1 - dropped;
    memory[RECORDS] = count;
    double[] work = generation.work();
    return count == keep
        && isRising(memory, bests, count, sample, work)
        && isRising(memory, medians, count, sample, work);
  }

  private static void append(double[] memory, int first, int count, int dropped, double value) {
    System.arraycopy(memory, first + dropped, memory, first, count - dropped);
    memory[first + count - dropped] = value;
  }

  private static boolean isRising(
      double[] memory, int first, int count, int sample, double[] work) {
    double oldest = median(memory, first, sample, work);
    return median(memory, first + count - sample, sample, work) >= oldest;
  }

  private static double median(double[] memory, int first, int sample, double[] work) {
    System.arraycopy(memory, first, work, 0, sample);
    Arrays.sort(work, 0, sample);
    return work[sample / 2];
  }

  /** TolX, TolXUp, ConditionCov, NoEffectAxis and NoEffectCoord. */
  public static boolean isShort(double[] memory, int n) {
    double sigma = memory[SIGMA];
    double first = memory[FIRST_SIGMA];
    int axes = CmaEsMemory.axes(n);
    double longest = 0;
    double shortest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      longest = Math.max(longest, memory[axes + i]);
      shortest = Math.min(shortest, memory[axes + i]);
    }
    double ratio = longest / shortest;
    boolean sound = sigma * longest <= LONGEST * first && ratio * ratio <= WORST_CONDITION;
    return !sound || isTiny(memory, n, sigma, first) || hasNoEffect(memory, n, sigma);
  }

  private static boolean isTiny(double[] memory, int n, double sigma, double first) {
    for (int i = 0; i < n; i++) {
      double deviation = Math.sqrt(memory[CmaEsMemory.covariance(n) + i * n + i]);
      double move = Math.max(deviation, Math.abs(memory[CmaEsMemory.path(n) + i]));
      if (sigma * move >= SHORTEST * first) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNoEffect(double[] memory, int n, double sigma) {
    int mean = CmaEsMemory.mean();
    int covariance = CmaEsMemory.covariance(n);
    int axis = (int) ((long) memory[GENERATION] % n);
    double length = 0.1 * sigma * memory[CmaEsMemory.axes(n) + axis];
    boolean axisMoves = false;
    for (int i = 0; i < n; i++) {
      double centre = memory[mean + i];
      if (centre == centre + 0.2 * sigma * Math.sqrt(memory[covariance + i * n + i])) {
        return true;
      }
      double along = memory[CmaEsMemory.vectors(n) + i * n + axis];
      axisMoves |= centre != centre + length * along;
    }
    return !axisMoves;
  }
}
