package org.multidescent.bench.contender;

/**
 * N independent descents, each from its own start to its stall, one after the other in the order of
 * the starts, which is random. A start costs nothing before its turn.
 */
record IndependentDescents(String name, Style style) implements Contender {

  @Override
  public void run(Run run) {
    LocalSearch local = new LocalSearch(run, style);
    double[] u = new double[run.dimension()];
    for (int start = 0; start < run.task().starts(); start++) {
      local.start(start, u);
      local.descend(u, local.value(u), 0, start);
    }
  }
}
