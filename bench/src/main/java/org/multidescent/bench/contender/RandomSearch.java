package org.multidescent.bench.contender;

import org.multidescent.function.Objective;

/** Pure random search: one start after the other, no descent. */
record RandomSearch(String name) implements Contender {

  @Override
  public void run(Run run) {
    Objective objective = run.objective();
    double[] x = new double[run.dimension()];
    for (long index = 0; ; index++) {
      run.start(index, x);
      objective.value(x);
    }
  }
}
