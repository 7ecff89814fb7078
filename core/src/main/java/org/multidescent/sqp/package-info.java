/**
 * Sequential quadratic programming: descents of an objective under nonlinear constraints, step by
 * step.
 *
 * <p>Constraints are of the form c(x) &lt;= 0, the first ones, and c(x) = 0, the ones after them.
 */
@NullMarked
package org.multidescent.sqp;

import org.jspecify.annotations.NullMarked;
