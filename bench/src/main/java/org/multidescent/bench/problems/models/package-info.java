/** Models fitted to made-up data, with and without their residuals. */
@org.jspecify.annotations.NullMarked
package org.multidescent.bench.problems.models;
