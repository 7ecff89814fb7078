package org.multidescent.bench.contender;

/**
 * One descent from the first start to its stall; there is no second one, so a run that stalls above
 * the target is not solved.
 */
record SingleDescent(String name, Style style) implements Contender {

  @Override
  public void run(Run run) {
    LocalSearch local = new LocalSearch(run, style);
    double[] u = new double[run.dimension()];
    local.start(0, u);
    local.descend(u, local.value(u), 0, 0);
  }
}
