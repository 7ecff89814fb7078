package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.problem.LeastSquares;

/**
 * How a point takes one step downhill. An immutable value, shared by all threads: everything it
 * remembers between steps it keeps in the point, so that a point may be suspended after any step
 * and resumed by another thread with the same result to the last bit.
 */
public interface StepRule {

  /**
   * Returns how much a point must remember for this rule.
   *
   * @param dimension the number of coordinates
   * @return the length of {@link Point#memory()}
   */
  int memory(int dimension);

  /**
   * Takes one step. Changes the point's position and value only when the step is complete, so that
   * an exception thrown by the oracle leaves a point that can be resumed.
   *
   * @param point the point, owned by the caller
   * @param oracle the caller's oracle
   * @return null if the point moved, else why it cannot
   */
  @Nullable Stall step(Point point, Oracle oracle);

  /**
   * Tells whether this rule knows itself when to stop, so that no {@link StallRule} is asked.
   *
   * @return whether {@link #step} finds every stall; by default false
   */
  default boolean isSelfStopping() {
    return false;
  }

  /**
   * Tells whether this rule sees the residuals of a sum of squares: a model of all coordinates at
   * once, and a value that is nowhere below 0.
   *
   * @return whether {@link Oracle#residuals} is what it evaluates; by default false
   */
  default boolean isLeastSquares() {
    return false;
  }

  /**
   * Makes later steps more exact, after the stall rule found that the last one gained much less
   * than it had promised.
   *
   * @param point the point, owned by the caller
   * @param oracle the caller's oracle
   * @return whether they will be; false if the last one was as exact as it gets
   */
  default boolean refine(Point point, Oracle oracle) {
    return oracle.refine(point);
  }

  /**
   * Returns Levenberg-Marquardt steps for a sum of squares (Levenberg 1944; Marquardt 1963; More
   * 1978; Nielsen 1999): each minimises a damped linear model of the residuals on the bounds.
   *
   * @param sum what is minimised
   * @return the rule
   */
  static StepRule levenbergMarquardt(LeastSquares sum) {
    return new LevenbergMarquardt(sum.count(), sum.loss());
  }

  /**
   * Tells whether a point may have this memory, which was read from a file: what the rule takes for
   * a count or an index must be one.
   *
   * @param memory as long as {@link #memory(int)} says, or longer
   * @param dimension the number of coordinates
   * @return whether a step may be taken with it; by default true
   */
  default boolean accepts(double[] memory, int dimension) {
    return true;
  }

  /**
   * Returns in how many ways a descent may begin from the same start, such as with different rates.
   *
   * @return 1 or more; by default 1
   */
  default int variants() {
    return 1;
  }

  /**
   * Chooses a way for a descent that has not taken a step.
   *
   * @param point the point, owned by the caller
   * @param variant from 0 and below {@link #variants()}
   */
  default void choose(Point point, int variant) {}

  /**
   * Returns how often a descent has come to where it is compared with others, to go on only if it
   * is among the best of them (successive halving). Asked on problems with sampled gradients only.
   *
   * @param point the point, owned by the caller
   * @return 0 or more; by default always 0, for a descent that is not compared
   */
  default int rung(Point point) {
    return 0;
  }

  /**
   * Tells whether this rule goes by constraints beside the bounds.
   *
   * @return whether it may be used for a problem that has them; by default false
   */
  default boolean knowsConstraints() {
    return false;
  }

  /**
   * Returns sequential quadratic programming, for problems under constraints (Nocedal and Wright
   * 2006, chapter 18; Kraft 1988): damped BFGS, an exact penalty function, second-order
   * corrections, and an elastic mode where linearised constraints contradict each other. It takes
   * its differences of objective and constraints itself.
   *
   * @return the rule
   */
  static StepRule sqp() {
    return new SqpRule();
  }

  /**
   * Returns the default: {@link #bfgs()} in up to 128 dimensions, {@link #lbfgs(int) lbfgs(24)} in
   * more. Where a problem has no gradient, searches take {@link #bfgs()} in up to 724.
   *
   * @return the rule
   */
  static StepRule standard() {
    return new StandardRule();
  }

  /**
   * Returns projected limited-memory BFGS with a memory of 8 pairs: little to keep and to compute.
   * In ten dimensions and more, ill-conditioned problems are solved several times sooner with 24.
   *
   * @return the rule
   * @see #lbfgs(int)
   */
  static StepRule lbfgs() {
    return lbfgs(8);
  }

  /**
   * Returns projected limited-memory BFGS (Nocedal 1980; Liu and Nocedal 1989): the two-loop
   * recursion in the coordinates that the bounds leave free, and a backtracking search for a
   * sufficient decrease along the projected path.
   *
   * @param memory how many pairs it keeps, 1 or more
   * @return the rule
   * @throws IllegalArgumentException if {@code memory} is below 1
   */
  static StepRule lbfgs(int memory) {
    return new LbfgsRule(memory);
  }

  /**
   * Returns projected BFGS with the whole inverse Hessian, of dimension squared entries: two-metric
   * projection (Bertsekas 1982), and the same search as {@link #lbfgs()}.
   *
   * @return the rule
   */
  static StepRule bfgs() {
    return new BfgsRule();
  }

  /**
   * Returns the spectral projected gradient, non-monotone (Birgin, Martinez and Raydan 2000): few
   * operations a step, more steps than {@link #lbfgs()}.
   *
   * @return the rule
   */
  static StepRule spectral() {
    return new SpectralRule();
  }

  /**
   * Returns Adam (Kingma and Ba 2015) with decay rates of 0.9 and 0.999.
   *
   * @param rate the length of a step along a coordinate, as a fraction of the box, above 0 and at
   *     most 1
   * @return the rule
   * @throws IllegalArgumentException if {@code rate} is out of range
   */
  static StepRule adam(double rate) {
    return adam(rate, 0.9, 0.999);
  }

  /**
   * Returns Adam (Kingma and Ba 2015).
   *
   * @param rate the length of a step along a coordinate, as a fraction of the box, above 0 and at
   *     most 1
   * @param beta1 what is kept of the mean gradient in a step, 0 or more and below 1
   * @param beta2 what is kept of the mean squared gradient in a step, 0 or more and below 1
   * @return the rule
   * @throws IllegalArgumentException if an argument is out of range
   */
  static StepRule adam(double rate, double beta1, double beta2) {
    return new AdamRule(rate, beta1, beta2);
  }

  /**
   * Returns gradient descent with momentum, the heavy ball (Polyak 1964).
   *
   * @param rate what a gradient is multiplied with, in working coordinates, above 0
   * @param kept what is kept of the last move, 0 or more and below 1
   * @return the rule
   * @throws IllegalArgumentException if an argument is out of range
   */
  static StepRule momentum(double rate, double kept) {
    return new MomentumRule(rate, kept, false);
  }

  /**
   * Returns gradient descent with Nesterov's momentum (Nesterov 1983).
   *
   * @param rate what a gradient is multiplied with, in working coordinates, above 0
   * @param kept what is kept of the last move, 0 or more and below 1
   * @return the rule
   * @throws IllegalArgumentException if an argument is out of range
   */
  static StepRule nesterov(double rate, double kept) {
    return new MomentumRule(rate, kept, true);
  }

  /**
   * Returns the evolution strategy with covariance matrix adaptation, CMA-ES (Hansen and Ostermeier
   * 2001; Hansen 2016, with active adaptation): a step is a generation, and the point is the best
   * offspring so far. It samples around the point at first with a quarter of the box as standard
   * deviation, needs no gradient, and stops itself by the criteria of Hansen (2009). The random
   * numbers are a function of where it begins, unless {@link Descent#beginEvolution} says another
   * stream.
   *
   * @param population the offspring of a generation, 2 or more; 0 stands for 4 + floor(3 ln d) in d
   *     dimensions
   * @return the rule
   * @throws IllegalArgumentException if {@code population} is negative or 1
   */
  static StepRule cmaes(int population) {
    return new CmaEs(population);
  }

  /**
   * Returns the article's rule: {@code x <- x - dt * gradient}, projected onto the bounds.
   *
   * @param dt the step size, above 0
   * @return the rule
   * @throws IllegalArgumentException if {@code dt} is not a positive number
   */
  static StepRule euler(double dt) {
    return new EulerRule(dt);
  }
}
