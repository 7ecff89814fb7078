package org.multidescent.bench.bbob;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.multidescent.bench.statistics.Ecdf;
import org.multidescent.bench.statistics.SimulatedRestarts;
import org.multidescent.bench.statistics.Trial;

/**
 * The distribution COCO draws: every target of every function counts the same; its running times
 * are those of the runs on the function's instances, with {@link SimulatedRestarts} where only some
 * of them succeeded. Up to the budget of the shortest failed run that is the plain share of runs
 * and targets; beyond it, it is what restarts would give.
 */
public final class TargetDistribution {

  private static final long RESTART_SEED = 1;
  private static final int MOST_FUNCTIONS = 1000;

  private TargetDistribution() {}

  /**
   * Returns the distribution of evaluations per dimension to all 51 targets.
   *
   * @param rows one contender's rows, one or more, in any order
   * @return their distribution, the same for the same rows
   * @throws IllegalArgumentException if there is no row
   */
  public static Ecdf of(Collection<BbobRow> rows) {
    return of(rows, Targets.COUNT);
  }

  /**
   * Returns the distribution of evaluations per dimension to the first targets.
   *
   * @param rows one contender's rows, one or more, in any order
   * @param targets how many targets count, 1 to 51
   * @return their distribution, the same for the same rows
   * @throws IllegalArgumentException if there is no row
   */
  public static Ecdf of(Collection<BbobRow> rows, int targets) {
    SplittableRandom random = new SplittableRandom(RESTART_SEED);
    List<double[]> samples = new ArrayList<>();
    for (List<BbobRow> runs : byDimensionAndFunction(rows)) {
      int dimension = runs.get(0).dimension();
      for (int k = 0; k < targets; k++) {
        int target = k;
        List<Trial> trials = runs.stream().map(run -> run.trial(target)).toList();
        double[] times = SimulatedRestarts.runningTimes(trials, random);
        samples.add(Arrays.stream(times).map(time -> time / dimension).toArray());
      }
    }
    return Ecdf.mean(samples);
  }

  private static Collection<List<BbobRow>> byDimensionAndFunction(Collection<BbobRow> rows) {
    return rows.stream()
        .sorted(Comparator.comparingInt(BbobRow::instance))
        .collect(
            Collectors.groupingBy(
                row -> row.dimension() * MOST_FUNCTIONS + row.function(),
                TreeMap::new,
                Collectors.toList()))
        .values();
  }
}
