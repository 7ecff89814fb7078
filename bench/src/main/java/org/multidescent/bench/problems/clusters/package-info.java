/** Clusters of atoms: the least energy of particles that attract and repel each other in pairs. */
@NullMarked
package org.multidescent.bench.problems.clusters;

import org.jspecify.annotations.NullMarked;
