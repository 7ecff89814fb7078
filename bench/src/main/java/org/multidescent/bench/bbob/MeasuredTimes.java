package org.multidescent.bench.bbob;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.multidescent.bench.statistics.RunningTime;
import org.multidescent.bench.statistics.Trial;

/** One contender's expected running times in one dimension, to be set beside published ones. */
public final class MeasuredTimes {

  private MeasuredTimes() {}

  /**
   * Returns the expected running times to the targets of published ones.
   *
   * @param rows one contender's rows in one dimension, one or more
   * @param targets which targets
   * @return the running times by the functions' numbers, infinite where no run succeeded
   */
  public static Map<Integer, List<Double>> of(Collection<BbobRow> rows, TargetSet targets) {
    Map<Integer, List<BbobRow>> functions =
        rows.stream()
            .collect(Collectors.groupingBy(BbobRow::function, TreeMap::new, Collectors.toList()));
    Map<Integer, List<Double>> times = new TreeMap<>();
    functions.forEach((function, runs) -> times.put(function, expected(runs, targets)));
    return times;
  }

  /**
   * Returns the area over the targets of published running times.
   *
   * @param rows one contender's rows in one dimension, one or more
   * @param targets which targets
   * @return the mean over functions and targets of {@link PublishedTimes#score}, 0 to 1
   */
  public static double area(Collection<BbobRow> rows, TargetSet targets) {
    int dimension = rows.iterator().next().dimension();
    return of(rows, targets).values().stream()
        .flatMap(List::stream)
        .mapToDouble(evaluations -> PublishedTimes.score(evaluations, dimension))
        .average()
        .orElseThrow();
  }

  private static List<Double> expected(List<BbobRow> runs, TargetSet targets) {
    List<Double> times = new ArrayList<>();
    for (int label = 0; label < targets.labels().size(); label++) {
      int target = targets.index(label);
      List<Trial> trials = runs.stream().map(run -> run.trial(target)).toList();
      times.add(RunningTime.expected(trials));
    }
    return times;
  }
}
