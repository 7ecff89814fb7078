/**
 * The front door: describe a search with {@link org.multidescent.Search}, run it, read its result.
 *
 * <p>Words that all of the library uses:
 *
 * <dl>
 *   <dt>evaluation
 *   <dd>one call of the objective at one position, for its value, with or without its gradient; a
 *       budget counts them.
 *   <dt>start
 *   <dd>a position of the search's sequence, evaluated once, from which a descent may begin.
 *   <dt>descent
 *   <dd>a run of a step rule from one position until it stalls; it may wait in between.
 *   <dt>point
 *   <dd>a descent that is not over: where it stands, and all it remembers.
 *   <dt>frontier
 *   <dd>the priority structure in which points wait, the lowest value first.
 *   <dt>stall
 *   <dd>the end of a descent, and why: it has converged, given up, found a plateau or no value.
 *   <dt>optimum
 *   <dd>where descents ended, one for each basin; <em>finished</em> if nothing more can be gained
 *       there.
 *   <dt>restart strategy
 *   <dd>what decides what takes a stalled point's place: a fresh start, a perturbation of an
 *       optimum, or a run of an evolution strategy.
 *   <dt>worker, lane
 *   <dd>a thread that makes evaluations; one of the tasks that a reproducible search has under way
 *       at once, on however many workers.
 *   <dt>checkpoint
 *   <dd>all a search needs to go on, in a file.
 * </dl>
 */
@NullMarked
package org.multidescent;

import org.jspecify.annotations.NullMarked;
