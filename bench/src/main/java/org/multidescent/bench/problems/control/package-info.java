/** Control tasks whose policies are searched: simulators with random episodes. */
@NullMarked
package org.multidescent.bench.problems.control;

import org.jspecify.annotations.NullMarked;
