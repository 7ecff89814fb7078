package org.multidescent.bench.problems.clusters;

import java.util.List;
import java.util.stream.Stream;
import org.multidescent.bench.problems.Table;
import org.multidescent.function.ValueAndGradient;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.testproblem.TestProblem;

/**
 * Clusters with known least energies, with analytic gradients; each coordinate of each atom lies in
 * [-1.66, 1.66]. Minima: the Cambridge Cluster Database (D. J. Wales, J. P. K. Doye, A. Dullweber,
 * M. P. Hodges, F. Y. Naumkin, F. Calvo, J. Hernandez-Rojas, T. F. Middleton), positions recomputed
 * to full precision.
 */
public final class Clusters {

  private static final double HALF_WIDTH = 1.66;
  private static final double RHO = 6;

  private Clusters() {}

  /**
   * Returns the problems.
   *
   * @return Lennard-Jones clusters of 7, 8, 9, 10, 13 and 19 atoms, {@code cluster-lj7} .., and
   *     Morse clusters with rho 6 of 7, 9 and 13 atoms, {@code cluster-morse7} ..
   */
  public static List<TestProblem> all() {
    PairEnergy lennardJones = PairEnergy.lennardJones();
    PairEnergy morse = PairEnergy.morse(RHO);
    return Stream.concat(
            Stream.of(7, 8, 9, 10, 13, 19).map(atoms -> cluster("lj", lennardJones, atoms)),
            Stream.of(7, 9, 13).map(atoms -> cluster("morse", morse, atoms)))
        .toList();
  }

  private static TestProblem cluster(String kind, PairEnergy pair, int atoms) {
    Cluster energy = new Cluster(pair);
    double[] minimiser = Table.read("clusters/" + kind + atoms + ".txt").flat();
    Box box = Box.cube(-HALF_WIDTH, HALF_WIDTH, 3 * atoms);
    Problem problem = Problem.withGradient((ValueAndGradient) energy, box);
    String name = "cluster-" + kind + atoms;
    return new TestProblem(name, problem, energy.value(minimiser), true, minimiser);
  }
}
