/**
 * What is to be minimised: an objective over a box.
 *
 * <p>{@link org.multidescent.problem.Problem} is the one thing a user describes. The rest of the
 * library meets it through {@link org.multidescent.problem.Evaluator}, one thread's hold on the
 * objective.
 */
@NullMarked
package org.multidescent.problem;

import org.jspecify.annotations.NullMarked;
