package org.multidescent.bench.tune;

/**
 * What was seen while a search ran for a while.
 *
 * @param workers its threads
 * @param round the round it belongs to
 * @param rate evaluations a second
 * @param exclusiveRate the same, as it would be were the machine not shared; see {@link CoreShare}
 * @param served the share of the time its threads wanted a core in which they had one, 0 to 1; NaN
 *     if unknown
 * @param perCore evaluations for each second its threads together were on a core; NaN if unknown
 * @param yields the share of the times its threads left a core by themselves; see {@link CoreShare}
 * @param profile what the search did
 */
record RateSample(
    int workers,
    int round,
    double rate,
    double exclusiveRate,
    double served,
    double perCore,
    double yields,
    SearchProfile profile) {}
