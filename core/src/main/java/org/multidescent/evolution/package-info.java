/**
 * Covariance matrix adaptation: the mathematics of a run, on arrays. What a run remembers is one
 * array, so that it can be interrupted between two generations; who runs it asks for a generation's
 * positions, evaluates them and ranks them.
 */
@NullMarked
package org.multidescent.evolution;

import org.jspecify.annotations.NullMarked;
