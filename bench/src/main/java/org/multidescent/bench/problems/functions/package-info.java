/**
 * Suites of test functions of one kind each: narrow wells, cusps, steps and plateaus, functions
 * that have a value in a small part of the box only, and a second set that nothing is tuned on.
 */
@NullMarked
package org.multidescent.bench.problems.functions;

import org.jspecify.annotations.NullMarked;
