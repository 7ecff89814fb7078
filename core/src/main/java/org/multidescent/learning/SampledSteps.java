package org.multidescent.learning;

import java.util.Objects;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.Stall;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.util.Require;

/**
 * Steps along the gradients of random samples, for {@linkplain
 * org.multidescent.problem.Problems#sampled problems that have them}. A step of a descent is a
 * block of gradients, as many as a sixteenth of those before, at least 8 and at most 64; then the
 * validation loss is computed where the last gradient has led and at the average of the positions
 * on the way, and the point stands at the lowest of all these so far.
 *
 * <p>The average weighs positions by about the eighth power of their numbers (Polyak and Juditsky
 * 1992; Shamir and Zhang 2013), so that the first ones do not count.
 *
 * <p>A gradient that is not finite, a move that is no number, or validation losses that are not
 * finite, end a block: the descent goes on from where its point stands with a quarter of the rate,
 * and stalls as {@link Stall#NOT_FINITE} if that happens eight times in a row.
 */
public sealed interface SampledSteps extends StepRule permits SampledRule {

  /**
   * Returns what needs no values: Adam with one of six rates, a factor of about 3 apart, from each
   * start, of which the best go on (successive halving); the rate is halved whenever an eighth of
   * the gradients so far has brought no lower validation loss.
   *
   * @return the rule
   */
  static SampledSteps adaptive() {
    return new SampledRule(new SampledUpdate.Adam(0.9, 0.999, false), 0, Decay.none(), true);
  }

  /**
   * Returns the default descent on problems with sampled gradients.
   *
   * @return a descent of {@link #adaptive()} steps
   */
  static Descent descent() {
    return new Descent(adaptive(), StallRule.standard(), Differences.adaptive());
  }

  /**
   * Returns Adam (Kingma and Ba 2015) with decay rates of 0.9 and 0.999.
   *
   * @param rate the length of a step along a coordinate, as a fraction of the box, above 0 and at
   *     most 1
   * @return the rule
   * @throws IllegalArgumentException if {@code rate} is out of range
   */
  static SampledSteps adam(double rate) {
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
  static SampledSteps adam(double rate, double beta1, double beta2) {
    requireShare(rate);
    return new SampledRule(new SampledUpdate.Adam(beta1, beta2, false), rate, Decay.none(), true);
  }

  /**
   * Returns AMSGrad (Reddi, Kale and Kumar 2018): Adam whose steps are divided by the largest mean
   * squared gradient so far, with decay rates of 0.9 and 0.999.
   *
   * @param rate as of {@link #adam(double)}
   * @return the rule
   * @throws IllegalArgumentException if {@code rate} is out of range
   */
  static SampledSteps amsgrad(double rate) {
    requireShare(rate);
    return new SampledRule(new SampledUpdate.Adam(0.9, 0.999, true), rate, Decay.none(), true);
  }

  /**
   * Returns stochastic gradient descent with momentum, the heavy ball (Polyak 1964).
   *
   * @param rate what a gradient is multiplied with, in working coordinates, above 0
   * @param kept what is kept of the last move, 0 or more and below 1; 0 for plain gradient descent
   * @return the rule
   * @throws IllegalArgumentException if an argument is out of range
   */
  static SampledSteps momentum(double rate, double kept) {
    requirePositive(rate);
    return new SampledRule(new SampledUpdate.Momentum(kept, false), rate, Decay.none(), true);
  }

  /**
   * Returns stochastic gradient descent with Nesterov's momentum (Nesterov 1983).
   *
   * @param rate what a gradient is multiplied with, in working coordinates, above 0
   * @param kept what is kept of the last move, 0 or more and below 1
   * @return the rule
   * @throws IllegalArgumentException if an argument is out of range
   */
  static SampledSteps nesterov(double rate, double kept) {
    requirePositive(rate);
    return new SampledRule(new SampledUpdate.Momentum(kept, true), rate, Decay.none(), true);
  }

  /**
   * Returns this rule with a rate that shrinks.
   *
   * @param decay how
   * @return the rule with that schedule
   */
  default SampledSteps decay(Decay decay) {
    Objects.requireNonNull(decay, "decay: null (expected: a schedule)");
    SampledRule rule = (SampledRule) this;
    return new SampledRule(rule.update(), rule.rate(), decay, rule.averages());
  }

  /**
   * Returns this rule without averages: the validation loss is computed at the last position only.
   *
   * @return the rule of last iterates
   */
  default SampledSteps lastIterate() {
    SampledRule rule = (SampledRule) this;
    return new SampledRule(rule.update(), rule.rate(), rule.decay(), false);
  }

  private static void requireShare(double rate) {
    Require.that(
        rate > 0 && rate <= 1, "rate", rate, "a fraction of the box, above 0 and at most 1");
  }

  private static void requirePositive(double rate) {
    Require.that(rate > 0 && rate < Double.POSITIVE_INFINITY, "rate", rate, "a positive step size");
  }
}
