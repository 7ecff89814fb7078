package org.multidescent.start;

import java.util.List;
import java.util.Objects;
import org.multidescent.problem.Box;
import org.multidescent.util.Require;

/**
 * A sequence of start positions without end. The start with an index is a pure function of seed,
 * index and box: it may be asked for in any order, by any number of threads at once, any number of
 * times. Implementations hold nothing that changes.
 */
public interface Starts {

  /**
   * Writes one start, in the problem's coordinates, inside the box. A fixed coordinate (lower equal
   * to upper) gets exactly that value.
   *
   * @param seed the search's seed; another seed gives another sequence
   * @param index which start, 0 or more, perhaps above 2<sup>31</sup>
   * @param box where starts are drawn from, with finite bounds
   * @param x receives the start; as long as the box has coordinates
   * @throws IllegalArgumentException if the index is negative or {@code x} has another length
   */
  void fill(long seed, long index, Box box, double[] x);

  /**
   * Checks that this sequence suits a box, before any work starts.
   *
   * @param box where starts are drawn from
   * @throws IllegalArgumentException if the box is not finite, or a given position has another
   *     number of coordinates, is not a number, or lies outside the box
   */
  default void validate(Box box) {
    Objects.requireNonNull(box, "box: null (expected: a box)");
    Require.that(box.isFinite(), "box", box, "finite bounds");
  }

  /**
   * Returns independent, uniformly distributed starts.
   *
   * @return the sequence
   */
  static Starts uniform() {
    return new Uniform();
  }

  /**
   * Returns the Sobol sequence with the direction numbers of Joe and Kuo ("Constructing Sobol
   * sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30, 2008), randomised
   * by a digital shift drawn from the seed, which keeps its stratification. Coordinates beyond the
   * 1,111th are uniform.
   *
   * @return the sequence
   */
  static Starts sobol() {
    return new Sobol();
  }

  /**
   * Returns the Halton sequence, scrambled: each digit of each coordinate goes through a
   * permutation drawn from the seed (Owen, "A randomized Halton algorithm in R", 2017). Coordinates
   * beyond the 4,096th are uniform.
   *
   * @return the sequence
   */
  static Starts halton() {
    return new Halton();
  }

  /**
   * Returns Latin hypercube designs, one after the other (McKay, Beckman, Conover, Technometrics
   * 21, 1979): of the starts of one design, each coordinate has exactly one in each of {@code size}
   * equal intervals. Starts 0 to size - 1 are the first design, the next {@code size} another one.
   *
   * @param size the starts of a design, 1 or more
   * @return the sequence
   * @throws IllegalArgumentException if the size is below 1
   */
  static Starts latinHypercube(int size) {
    return new LatinHypercube(size);
  }

  /**
   * Returns the centre of the box first, to within a 200,000th of each width, then those of another
   * sequence from its index 0. The centre itself may lie between positions that a symmetric problem
   * does not tell apart, and a descent from there ends at a saddle point.
   *
   * @param rest the starts after the centre
   * @return the sequence
   */
  static Starts centred(Starts rest) {
    return new Centred(rest);
  }

  /**
   * Returns these positions first, then shifted Sobol starts.
   *
   * @param positions the first starts, copied; one or more, inside the box the search will have
   * @return the sequence
   * @throws IllegalArgumentException if there is no position
   */
  static Starts given(List<double[]> positions) {
    return given(positions, sobol());
  }

  /**
   * Returns these positions first, then those of another sequence from its index 0.
   *
   * @param positions the first starts, copied; one or more, inside the box the search will have
   * @param rest the starts after them
   * @return the sequence
   * @throws IllegalArgumentException if there is no position
   */
  static Starts given(List<double[]> positions, Starts rest) {
    return new Given(positions, rest);
  }

  /**
   * Returns another sequence whose first start is drawn within a tenth of the box around its
   * centre: unlike the centre, no saddle point of a network, and not as far from all optima as a
   * corner of many coordinates.
   *
   * @param all a sequence
   * @return the starts
   */
  static Starts nearCentre(Starts all) {
    return new NearCentre(all);
  }

  /**
   * Returns a sequence that has each start of another several times, for descents that begin there
   * in several ways.
   *
   * @param each the starts
   * @param times how often each, 1 or more
   * @return the starts
   * @throws IllegalArgumentException if {@code times} is below 1
   */
  static Starts repeated(Starts each, int times) {
    return new Repeated(each, times);
  }
}
