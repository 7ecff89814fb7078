package org.multidescent.bench.contender;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Sort, then run: N starts are evaluated, then descended from one after the other, each to its
 * stall, the lowest first. What a best-first search must be measured against.
 */
record SortedDescents(String name, Style style) implements Contender {

  @Override
  public void run(Run run) {
    LocalSearch local = new LocalSearch(run, style);
    double[] u = new double[run.dimension()];
    double[] values = new double[(int) Math.min(run.task().starts(), run.task().cap())];
    for (int start = 0; start < values.length; start++) {
      local.start(start, u);
      values[start] = local.value(u);
    }
    double valueScale = valueScale(values);
    run.valueScale(valueScale);
    for (int start : order(values)) {
      local.start(start, u);
      local.descend(u, values[start], valueScale, start);
    }
  }

  private static int[] order(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(start -> values[start]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The median less the least, as the engine measures it. */
  static double valueScale(double[] values) {
    double[] finite = Arrays.stream(values).limit(1024).filter(Double::isFinite).sorted().toArray();
    return finite.length < 2 ? 0 : finite[finite.length / 2] - finite[0];
  }
}
