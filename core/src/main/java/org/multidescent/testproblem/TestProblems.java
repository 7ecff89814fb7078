package org.multidescent.testproblem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

/**
 * The catalogue of test functions. Each has an analytic gradient, is thread-safe, allocates nothing
 * while it is evaluated, and lives in the box that is usual in the literature. Unless said
 * otherwise the functions and boxes are those of Surjanovic and Bingham, <cite>Virtual Library of
 * Simulation Experiments</cite>.
 */
public final class TestProblems {

  private TestProblems() {}

  /**
   * Returns the 33 classic problems: the article's on two boxes, Rastrigin, Ackley, Griewank and
   * Schwefel in 2, 5 and 10 dimensions, Levy in 5 and 10, Michalewicz in 2, 5 and 10, Shubert,
   * six-hump camel, Branin, Goldstein-Price, Hartmann in 3 and 6, Shekel with 5 and 10 holes,
   * Styblinski-Tang in 5 and 10, Rosenbrock in 2, 10 and 20, and the Lennard-Jones cluster of 7
   * atoms. Rastrigin, Ackley and Griewank have their minimum at the centre of the box in the
   * literature, which flatters methods that evaluate the centre: here they are shifted.
   *
   * @return the landscapes
   */
  public static List<TestProblem> classic() {
    return List.of(
        Standard.article6(),
        Standard.article100(),
        rastrigin(2),
        rastrigin(5),
        rastrigin(10),
        ackley(2),
        ackley(5),
        ackley(10),
        griewank(2),
        griewank(5),
        griewank(10),
        schwefel(2),
        schwefel(5),
        schwefel(10),
        levy(5),
        levy(10),
        michalewicz(2),
        michalewicz(5),
        michalewicz(10),
        Standard.shubert(),
        Standard.sixHumpCamel(),
        Standard.branin(),
        Standard.goldsteinPrice(),
        Standard.hartmann(3),
        Standard.hartmann(6),
        Standard.shekel(5),
        Standard.shekel(10),
        styblinskiTang(5),
        styblinskiTang(10),
        rosenbrock(2),
        rosenbrock(10),
        rosenbrock(20),
        lennardJones(7));
  }

  /**
   * Returns ten of the classic problems, each shifted off the centre and rotated, with fixed seeds:
   * Rastrigin in 2 and 5 dimensions, Ackley, Griewank and Levy in 5 and 10, Styblinski-Tang in 5,
   * Rosenbrock in 10.
   *
   * @return the landscapes, named like the originals with {@code -rotated} added
   */
  public static List<TestProblem> rotated() {
    return Stream.of(
            rastrigin(2),
            rastrigin(5),
            ackley(5),
            ackley(10),
            griewank(5),
            griewank(10),
            levy(5),
            levy(10),
            styblinskiTang(5),
            rosenbrock(10))
        .map(TestProblems::moved)
        .toList();
  }

  /** A seed of its own for each problem: its name's hash, which the language defines. */
  static TestProblem moved(TestProblem landscape) {
    long seed = landscape.name().hashCode();
    return landscape.shifted(seed).rotated(seed + 1).named(landscape.name() + "-rotated");
  }

  /**
   * Returns the article's function on [0, 6]^2, [0, 10]^2 and [-100, 100]^2.
   *
   * @return the landscapes
   */
  public static List<TestProblem> article() {
    return List.of(Standard.article6(), Standard.article10(), Standard.article100());
  }

  /**
   * Returns the Lennard-Jones clusters of 7 to 13 atoms.
   *
   * @return the landscapes
   */
  public static List<TestProblem> lennardJones() {
    return Stream.of(7, 8, 9, 10, 11, 12, 13).map(TestProblems::lennardJones).toList();
  }

  /**
   * Returns Thomson's problem for 4 to 8, 10 and 12 electrons.
   *
   * @return the landscapes
   */
  public static List<TestProblem> thomson() {
    return Stream.of(4, 5, 6, 7, 8, 10, 12).map(TestProblems::thomson).toList();
  }

  /**
   * Returns the problems of {@link MoreGarbowHillstrom}.
   *
   * @return the landscapes
   */
  public static List<TestProblem> moreGarbowHillstrom() {
    return Arrays.stream(MoreGarbowHillstrom.values()).map(MoreGarbowHillstrom::landscape).toList();
  }

  /**
   * Returns ten problems on which nothing was tuned: Eggholder, Holder table, Cross-in-tray,
   * Drop-wave, Trefethen's function on [-1, 1]^2, Dixon-Price, Trid and Paviani's function in 10
   * dimensions, Zakharov in 10, Salomon in 5. Drop-wave, Zakharov and Salomon are shifted, with
   * fixed seeds; Eggholder has its minimum on a bound.
   *
   * @return the landscapes
   */
  public static List<TestProblem> untuned() {
    return Untuned.all();
  }

  /**
   * Returns the landscape of a name: one that a list of this class gives, such as {@code
   * rastrigin10}, {@code article6}, {@code lj7}, {@code ackley5-rotated}; or a function and another
   * dimension, such as {@code rastrigin30}; either with {@code -rotated} added if its minimiser is
   * known.
   *
   * @param name the name, upper or lower case
   * @return the landscape
   * @throws IllegalArgumentException if there is none of that name; the message lists near ones
   */
  public static TestProblem named(String name) {
    return Names.find(name);
  }

  /**
   * Returns Rastrigin's function on [-5.12, 5.12]^d, {@linkplain TestProblem#shifted shifted} off
   * the centre of the box by a seed of its own; minimum 0.
   *
   * @param dimension d, 1 or more
   * @return the landscape {@code rastrigin<d>}
   */
  public static TestProblem rastrigin(int dimension) {
    return offCentre("rastrigin", Separable::rastrigin, -5.12, 5.12, dimension);
  }

  /**
   * Returns Ackley's function on [-32.768, 32.768]^d, {@linkplain TestProblem#shifted shifted} off
   * the centre of the box by a seed of its own; minimum 0.
   *
   * @param dimension d, 1 or more
   * @return the landscape {@code ackley<d>}
   */
  public static TestProblem ackley(int dimension) {
    return offCentre("ackley", Coupled::ackley, -32.768, 32.768, dimension);
  }

  /**
   * Returns Griewank's function on [-600, 600]^d, {@linkplain TestProblem#shifted shifted} off the
   * centre of the box by a seed of its own; minimum 0.
   *
   * @param dimension d, 1 or more
   * @return the landscape {@code griewank<d>}
   */
  public static TestProblem griewank(int dimension) {
    return offCentre("griewank", Coupled::griewank, -600, 600, dimension);
  }

  /**
   * Returns Schwefel's function on [-500, 500]^d, raised so that its minimum is 0, at
   * 420.968746....
   *
   * @param dimension d, 1 or more
   * @return the landscape {@code schwefel<d>}
   */
  public static TestProblem schwefel(int dimension) {
    double[] minimiser = new double[requireRange("dimension", dimension, 1, Integer.MAX_VALUE)];
    Arrays.fill(minimiser, Separable.SCHWEFEL_MINIMISER);
    return of(
        "schwefel" + dimension,
        Separable::schwefel,
        Box.cube(-500, 500, dimension),
        0,
        false,
        minimiser);
  }

  /**
   * Returns Levy's function on [-10, 10]^d; minimum 0 at 1.
   *
   * @param dimension d, 1 or more
   * @return the landscape {@code levy<d>}
   */
  public static TestProblem levy(int dimension) {
    return cube("levy", Coupled::levy, -10, 10, dimension, 0, 1);
  }

  /**
   * Returns the function of Styblinski and Tang on [-5, 5]^d; minimum -39.166165703771 d.
   *
   * @param dimension d, 1 or more
   * @return the landscape {@code stytang<d>}
   */
  public static TestProblem styblinskiTang(int dimension) {
    double minimum = -39.166165703771416 * dimension;
    return cube(
        "stytang", Separable::styblinskiTang, -5, 5, dimension, minimum, -2.903534027771177);
  }

  /**
   * Returns Rosenbrock's function on [-5, 10]^d; minimum 0 at 1.
   *
   * @param dimension d, 2 or more
   * @return the landscape {@code rosenbrock<d>}
   */
  public static TestProblem rosenbrock(int dimension) {
    requireRange("dimension", dimension, 2, Integer.MAX_VALUE);
    return cube("rosenbrock", Coupled::rosenbrock, -5, 10, dimension, 0, 1);
  }

  /**
   * Returns the sum of 10^(6 i / (d - 1)) x_i^2, i from 0, on [-5, 5]^d, {@linkplain
   * TestProblem#shifted shifted} off the centre of the box by a seed of its own; minimum 0. The
   * condition number is 10^6.
   *
   * @param dimension d, 1 or more
   * @return the landscape {@code ellipsoid<d>}
   */
  public static TestProblem ellipsoid(int dimension) {
    return offCentre("ellipsoid", Separable::ellipsoid, -5, 5, dimension);
  }

  /**
   * Returns Michalewicz's function with steepness 10 on [0, pi]^d.
   *
   * @param dimension d, 1 to 10
   * @return the landscape {@code michalewicz<d>}
   */
  public static TestProblem michalewicz(int dimension) {
    double[] minimiser = Separable.michalewiczMinimiser(dimension);
    return of(
        "michalewicz" + dimension,
        Separable::michalewicz,
        Box.cube(0, Math.PI, dimension),
        Separable.michalewicz(minimiser, null),
        false,
        minimiser);
  }

  /**
   * Returns the Lennard-Jones cluster, in units of the pair energy's depth and length, each
   * coordinate of each atom in [-2, 2]. Minima: Wales and Doye, <cite>Global optimization by
   * basin-hopping</cite>, Journal of Physical Chemistry A 101 (1997), and the Cambridge Cluster
   * Database, recomputed to full precision. Any translation, rotation or exchange of atoms gives
   * another minimiser.
   *
   * @param atoms how many, 7 to 13; the dimension is three times that
   * @return the landscape {@code lj<atoms>}
   */
  public static TestProblem lennardJones(int atoms) {
    requireRange("atoms", atoms, 7, 13);
    return of(
        "lj" + atoms,
        Particles::lennardJones,
        Box.cube(-2, 2, 3 * atoms),
        Clusters.lennardJonesMinimum(atoms),
        true,
        atoms == 7 ? Clusters.pentagonalBipyramid() : null);
  }

  /**
   * Returns Thomson's problem: the energy of electrons on the unit sphere. Coordinates are the
   * polar angle in [0, pi] and the azimuth in [-pi, pi] of each electron in turn. Minima: Wales and
   * Ulker, <cite>Structure and dynamics of spherical crystals</cite>, Physical Review B 74 (2006),
   * recomputed to full precision.
   *
   * @param electrons how many, 2 to 12; the dimension is twice that
   * @return the landscape {@code thomson<electrons>}
   */
  public static TestProblem thomson(int electrons) {
    requireRange("electrons", electrons, 2, 12);
    double[] lower = new double[2 * electrons];
    double[] upper = new double[2 * electrons];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = i % 2 == 0 ? 0 : -Math.PI;
      upper[i] = Math.PI;
    }
    return of(
        "thomson" + electrons,
        Particles::thomson,
        Box.of(lower, upper),
        Clusters.thomsonMinimum(electrons),
        true,
        null);
  }

  /** A function whose minimum, 0 at 0, would lie at the centre of its box. */
  private static TestProblem offCentre(
      String family, Surface surface, double lower, double upper, int dimension) {
    TestProblem centred = cube(family, surface, lower, upper, dimension, 0, 0);
    return centred.shifted(centred.name().hashCode()).named(centred.name());
  }

  private static TestProblem cube(
      String family,
      Surface surface,
      double lower,
      double upper,
      int dimension,
      double minimum,
      double coordinate) {
    requireRange("dimension", dimension, 1, Integer.MAX_VALUE);
    double[] minimiser = new double[dimension];
    Arrays.fill(minimiser, coordinate);
    Box box = Box.cube(lower, upper, dimension);
    return of(family + dimension, surface, box, minimum, true, minimiser);
  }

  @SuppressWarnings("NullAway") // As at Landscape.
  static TestProblem of(
      String name,
      Surface surface,
      Box box,
      double minimum,
      boolean everywhere,
      double @Nullable [] minimiser) {
    Problem problem = Problem.withGradient(surface, surface, box);
    return new TestProblem(name, problem, minimum, everywhere, minimiser);
  }

  static int requireRange(String parameter, int value, int least, int most) {
    if (value < least || value > most) {
      String expected = most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
      throw new IllegalArgumentException(
          parameter + ": " + value + " (expected: " + expected + ")");
    }
    return value;
  }
}
