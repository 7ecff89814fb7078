package org.multidescent.restart;

import java.util.random.RandomGenerator;
import org.multidescent.report.Origin;

/**
 * How the candidates of one perturbation are drawn. Used by one thread; holds copies of all it
 * needs, as the optima it started from may change at the same time.
 */
public interface Perturbation {

  /**
   * Returns the origin of the descent from a candidate, which says how that descent begins: as any
   * other, as a run of an evolution strategy, or to polish an optimum.
   *
   * @param place where the descent begins
   * @return an {@link Origin.Perturbation}, {@link Origin.EvolutionRun}, {@link
   *     Origin.RecombinationRun} or {@link Origin.Polish} at that place
   */
  Origin.Drawn origin(Origin.Place place);

  /**
   * Returns the optimum the perturbation leaves from.
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
   * @param random the perturbation's own stream of random numbers
   * @param u receives the candidate in working coordinates; what lies outside the bounds is moved
   *     onto them
   */
  void propose(RandomGenerator random, double[] u);
}
