package org.multidescent.picture;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.multidescent.report.Progress;

/** How the best value falls. */
final class Convergence {

  private Convergence() {}

  static String overEvaluations(List<Progress> snapshots) {
    return chart(snapshots, "evaluations", Progress::evaluations).logarithmicX().figure();
  }

  static String overTime(List<Progress> snapshots) {
    return chart(snapshots, "seconds", now -> now.elapsed().toNanos() / 1e9).figure();
  }

  private static Chart chart(
      List<Progress> snapshots, String unit, ToDoubleFunction<Progress> along) {
    double[] x = snapshots.stream().mapToDouble(along).toArray();
    double[] y = snapshots.stream().mapToDouble(Progress::best).toArray();
    return best("Best value over " + unit, unit, x, y);
  }

  /** Draws by how much values are above the last, the lowest. */
  static Chart best(String title, String unit, double[] x, double[] y) {
    double last = y.length == 0 ? 0 : y[y.length - 1];
    double[] above = new double[y.length];
    Arrays.setAll(above, i -> y[i] - last);
    return new Chart(title, unit, "value above the last")
        .line("best", x, above)
        .logarithmicY()
        .note("The last value, at 0, has no place on this axis.");
  }
}
