/** Microbenchmarks. Each class states the question it answers. */
@NullMarked
package org.multidescent.bench.jmh;

import org.jspecify.annotations.NullMarked;
