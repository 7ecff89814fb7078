/** Contenders on problems with known minima: the runs, the tables and the files they give. */
@NullMarked
package org.multidescent.bench.compare;

import org.jspecify.annotations.NullMarked;
