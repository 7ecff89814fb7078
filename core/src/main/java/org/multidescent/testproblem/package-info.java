/** Test functions with known minima: one copy for tests, benchmarks and documentation. */
@NullMarked
package org.multidescent.testproblem;

import org.jspecify.annotations.NullMarked;
