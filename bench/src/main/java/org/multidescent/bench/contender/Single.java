package org.multidescent.bench.contender;

/**
 * One descent from the first start to its stall; there is no second one, so a run that stalls above
 * the target is not solved.
 */
record Single(String name, Style style) implements Contender {

  @Override
  public void run(Run run) {
    Walker walker = new Walker(run, style);
    double[] u = new double[run.dimension()];
    walker.start(0, u);
    walker.descend(u, walker.value(u), 0, 0);
  }
}
