/**
 * Statistics of optimisers' runs: expected running times, the share of targets reached within a
 * budget, data profiles, paired comparisons. Pure functions on arrays and records; what is drawn at
 * random is drawn from a given seed.
 */
@NullMarked
package org.multidescent.bench.statistics;

import org.jspecify.annotations.NullMarked;
