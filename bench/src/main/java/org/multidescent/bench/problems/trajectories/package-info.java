/**
 * Interplanetary trajectories with swing-bys.
 *
 * <p>The model is that of D. Izzo, "Advances in global optimisation for space trajectory design",
 * ISTS 2006, and of T. Vinko and D. Izzo, "Global optimisation heuristics and test problems for
 * preliminary spacecraft trajectory design", ESA, ACT technical report 2008. Lengths are in km,
 * times in days since 2000-01-01 or in seconds, speeds in km/s.
 */
@NullMarked
package org.multidescent.bench.problems.trajectories;

import org.jspecify.annotations.NullMarked;
