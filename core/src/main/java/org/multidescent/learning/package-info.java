/**
 * Learning from samples: steps along gradients of mini-batches.
 *
 * @see org.multidescent.problem.Problems#sampled
 */
@NullMarked
package org.multidescent.learning;

import org.jspecify.annotations.NullMarked;
