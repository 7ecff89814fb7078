package org.multidescent.bench.problems.trajectories;

import java.util.List;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.testproblem.TestProblem;

/** The problems of trajectories with swing-bys. */
public final class Trajectories {

  private static final double[] CASSINI1_MINIMISER = {
    -789.8117,
    158.302027105278,
    449.385873819743,
    54.7489684339665,
    1024.36205846918,
    4552.30796805542
  };

  private Trajectories() {}

  /**
   * Returns the problems.
   *
   * @return {@code cassini1}
   */
  public static List<TestProblem> all() {
    return List.of(cassini1());
  }

  /**
   * Returns Cassini1 in its usual box. The minimum is the best value known, 4.9307.
   *
   * @return the problem, without an analytic gradient
   */
  public static TestProblem cassini1() {
    Cassini1 objective = new Cassini1();
    Box box =
        Box.of(
            new double[] {-1000, 30, 100, 30, 400, 1000},
            new double[] {0, 400, 470, 400, 2000, 6000});
    return new TestProblem(
        "cassini1",
        Problem.of(objective, box),
        objective.value(CASSINI1_MINIMISER),
        false,
        CASSINI1_MINIMISER);
  }
}
