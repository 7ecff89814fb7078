/**
 * Evaluations in working coordinates, granted by a budget, counted, and shared among threads.
 *
 * <p>{@link org.multidescent.evaluation.CountedOracle} is what the rules of a descent see as their
 * {@link org.multidescent.descent.Oracle}.
 */
@NullMarked
package org.multidescent.evaluation;

import org.jspecify.annotations.NullMarked;
