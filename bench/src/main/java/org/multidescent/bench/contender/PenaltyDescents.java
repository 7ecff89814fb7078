package org.multidescent.bench.contender;

import org.multidescent.problem.Box;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Problem;

/**
 * Descents on the objective plus the squares of all violations times a weight that rises from
 * descent to descent, each from where the last one ended; from one start after the other.
 */
record PenaltyDescents(String name, Style style) implements Contender {

  private static final double[] WEIGHTS = {1e1, 1e3, 1e5, 1e7, 1e9};

  @Override
  public void run(Run run) {
    ConstrainedCube cube = new ConstrainedCube(run);
    for (long restart = 0; !run.monitor().isOver(); restart++) {
      double[] u = cube.start(restart);
      for (double weight : WEIGHTS) {
        Problem penalised =
            Problem.of(v -> penalised(cube, v, weight), Box.cube(0, 1, cube.dimension()));
        LocalSearch local = new LocalSearch(run, style, penalised);
        local.descend(u, local.value(u), 0, restart);
      }
    }
  }

  private static double penalised(ConstrainedCube cube, double[] u, double weight) {
    Constraints constraints = cube.constraints();
    double[] seen = cube.values(u);
    double sum = 0;
    for (int j = 0; j < seen.length; j++) {
      double excess = j < constraints.inequalities() ? Math.max(0, seen[j]) : seen[j];
      sum += excess * excess;
    }
    return cube.value(u) + weight * sum;
  }
}
