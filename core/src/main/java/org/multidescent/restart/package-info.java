/**
 * What takes a stalled point's place: fresh starts, perturbations from the best optima, or nothing.
 *
 * <p>{@link org.multidescent.restart.RestartStrategy} is the strategy, an immutable value; a search
 * opens one {@link org.multidescent.restart.RestartStrategy.Session} of it, which may learn.
 */
@NullMarked
package org.multidescent.restart;

import org.jspecify.annotations.NullMarked;
