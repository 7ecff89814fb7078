package org.multidescent.bench.bbob;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.multidescent.problem.Evaluator;

/** Uniform random search over the box, on all functions. */
final class RandomSearch {

  private RandomSearch() {}

  static List<BbobRow> rows(int dimension, int instances, int budgetPerDimension) {
    List<BbobRow> rows = new ArrayList<>();
    for (int f = 1; f <= Bbob.FUNCTIONS; f++) {
      for (int instance = 1; instance <= instances; instance++) {
        rows.add(row(Bbob.function(f, dimension, instance), budgetPerDimension * dimension));
      }
    }
    return rows;
  }

  private static BbobRow row(BbobFunction function, int budget) {
    BbobRun run = new BbobRun(function, 1);
    Evaluator evaluator = run.problem().evaluator();
    SplittableRandom random = new SplittableRandom(100L * function.number() + function.instance());
    double[] x = new double[function.dimension()];
    for (int k = 0; k < budget && !run.trace().solved(); k++) {
      for (int i = 0; i < x.length; i++) {
        x[i] = 10 * random.nextDouble() - 5;
      }
      evaluator.value(x);
    }
    return run.row("random search", 1);
  }
}
