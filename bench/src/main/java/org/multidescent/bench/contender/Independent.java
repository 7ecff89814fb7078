package org.multidescent.bench.contender;

/**
 * N independent descents, each from its own start to its stall, one after the other in the order of
 * the starts, which is random. A start costs nothing before its turn.
 */
record Independent(String name, Style style) implements Contender {

  @Override
  public void run(Run run) {
    Walker walker = new Walker(run, style);
    double[] u = new double[run.dimension()];
    for (int start = 0; start < run.task().starts(); start++) {
      walker.start(start, u);
      walker.descend(u, walker.value(u), 0, start);
    }
  }
}
