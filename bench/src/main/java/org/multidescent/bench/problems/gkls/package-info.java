/**
 * The GKLS generator: classes of a hundred functions with known minima.
 *
 * <p>Written from M. Gaviano, D. E. Kvasov, D. Lera, Ya. D. Sergeyev, "Algorithm 829: Software for
 * generation of classes of test functions with known local and global minima for global
 * optimization", ACM Transactions on Mathematical Software 29 (2003), so that the functions are the
 * published ones.
 */
@NullMarked
package org.multidescent.bench.problems.gkls;

import org.jspecify.annotations.NullMarked;
