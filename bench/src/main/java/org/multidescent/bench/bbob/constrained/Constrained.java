package org.multidescent.bench.bbob.constrained;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.multidescent.bench.bbob.Bbob;
import org.multidescent.bench.bbob.BbobRandom;
import org.multidescent.bench.bbob.Group;
import org.multidescent.bench.bbob.Instance;
import org.multidescent.bench.bbob.PublishedResults;
import org.multidescent.bench.bbob.PublishedTimes;
import org.multidescent.bench.bbob.Suite;
import org.multidescent.bench.bbob.TargetSet;

/** The 54 problems of the suite {@code bbob-constrained}. */
public final class Constrained {

  /** How many problems there are; they are numbered from 1. */
  public static final int PROBLEMS = 54;

  private static final int CONSTRAINT_NUMBERS = 6;
  private static final long DIRECTION_SEED = 412;

  private static final List<String> OBJECTIVES =
      List.of(
          "sphere",
          "ellipsoid",
          "linear slope",
          "rotated ellipsoid",
          "discus",
          "bent cigar",
          "different powers",
          "Rastrigin",
          "rotated Rastrigin");

  private Constrained() {}

  /**
   * Returns the nine groups of problems, one an objective.
   *
   * @return the groups
   */
  public static List<Group> groups() {
    return IntStream.range(0, OBJECTIVES.size())
        .mapToObj(k -> new Group(OBJECTIVES.get(k), 6 * k + 1, 6 * k + 6))
        .toList();
  }

  /**
   * Returns the suite.
   *
   * @return the suite {@code bbob-constrained}, with what is published about it
   */
  public static Suite suite() {
    return new Suite(
        "the 54 constrained BBOB problems",
        "2,5,10",
        groups(),
        TargetSet.CONSTRAINED,
        (problem, dimension, instance) ->
            new ConstrainedSuiteFunction(problem(problem, dimension, instance)),
        published(),
        times());
  }

  /**
   * Returns shares of the 41 targets that published entries reached.
   *
   * @return the figures
   */
  public static PublishedResults published() {
    return PublishedResults.beside(Constrained.class);
  }

  /**
   * Returns published running times, calls of the objective and of the constraints together.
   *
   * @return the running times
   */
  public static PublishedTimes times() {
    return PublishedTimes.beside(Constrained.class, TargetSet.CONSTRAINED);
  }

  /**
   * Returns a problem.
   *
   * @param problem its number, 1 to 54
   * @param dimension the number of coordinates, 2 or more
   * @param instance the instance's number, 1 or more
   * @return the problem
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static ConstrainedProblem problem(int problem, int dimension, int instance) {
    if (problem < 1 || problem > PROBLEMS) {
      throw new IllegalArgumentException(
          "problem: %d (expected: 1 to %d)".formatted(problem, PROBLEMS));
    }
    Bbob.requireRange(dimension, instance);
    long seed = problem + 10_000L * instance;
    long objectiveSeed = problem + 20_000L * instance;
    double[] xOpt = Instance.xOpt(dimension, seed);
    RawObjective objective =
        RawObjective.of((problem - 1) / CONSTRAINT_NUMBERS + 1, dimension, objectiveSeed);
    double share = 0.75 + 0.25 * BbobRandom.uniform(1, objectiveSeed + DIRECTION_SEED)[0];
    double[] direction = inBox(objective.ascent(), xOpt, share);
    return new ConstrainedProblem(
        problem,
        instance,
        new Instance(problem, dimension, instance).fOpt(),
        xOpt,
        start(objective.warp(), xOpt, direction),
        objective,
        ConstraintMaker.constraints(direction, active(problem, dimension), instance, seed));
  }

  private static int active(int problem, int dimension) {
    return switch ((problem - 1) % CONSTRAINT_NUMBERS) {
      case 0 -> 1;
      case 1 -> 2;
      case 2 -> 6;
      case 3 -> 6 + dimension / 2;
      case 4 -> 6 + dimension;
      default -> 6 + 3 * dimension;
    };
  }

  /** Returns a direction, scaled to a share of the way from the optimum to the box's wall. */
  private static double[] inBox(double[] direction, double[] xOpt, double share) {
    double steepest = 0;
    for (int i = 0; i < xOpt.length; i++) {
      steepest = Math.max(steepest, direction[i] / (5 - xOpt[i]));
      steepest = Math.max(steepest, direction[i] / (-5 - xOpt[i]));
    }
    double factor = share / steepest;
    return Arrays.stream(direction).map(component -> factor * component).toArray();
  }

  /** Returns what is bent to the direction; nearer to the optimum if it would leave the box. */
  private static double[] start(Warp warp, double[] xOpt, double[] direction) {
    double[] bent = direction.clone();
    while (true) {
      double[] d = warp.inverse(bent);
      double[] x = new double[d.length];
      Arrays.setAll(x, i -> xOpt[i] + d[i]);
      if (warp == Warp.NONE || Arrays.stream(x).allMatch(xi -> Math.abs(xi) < 5)) {
        return x;
      }
      Arrays.setAll(bent, i -> bent[i] / 2);
    }
  }
}
