/** Problems that come with data: regressions of NIST, small neural networks, and named suites. */
@NullMarked
package org.multidescent.bench.problems;

import org.jspecify.annotations.NullMarked;
