package org.multidescent.restart;

import java.util.random.RandomGenerator;

/**
 * How the candidates of one hop are drawn. Used by one thread; holds copies of all it needs, as the
 * optima it started from may change meanwhile.
 */
public interface Perturbation {

  /**
   * Returns a short name of the kind of hop.
   *
   * @return the name, as it appears in an optimum's origin
   */
  String kind();

  /**
   * Returns the optimum the hop leaves from.
   *
   * @return its id in the catalogue
   */
  long source();

  /**
   * Returns how many candidates are drawn and evaluated; the lowest descends.
   *
   * @return 1 or more
   */
  int candidates();

  /**
   * Draws one candidate.
   *
   * @param random the hop's own stream of random numbers
   * @param u receives the candidate in working coordinates; what lies outside the walls is moved
   *     onto them
   */
  void propose(RandomGenerator random, double[] u);
}
