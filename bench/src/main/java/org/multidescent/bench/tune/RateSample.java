package org.multidescent.bench.tune;

/**
 * What was seen while a search ran for a while.
 *
 * @param workers its threads
 * @param round the round it belongs to
 * @param rate calls of the objective a second
 * @param exclusiveRate the same, as it would be were the machine not shared; see {@link CoreShare}
 * @param perCore calls for each second its threads together were on a core; NaN if unknown
 * @param served the share of the time its threads wanted a core in which they had one, 0 to 1; NaN
 *     if unknown
 * @param waiting the mean number of its threads that waited for a lock
 * @param evaluationsPerStep calls a step took
 * @param evaluationsPerDescent calls a descent took; infinite if none ended
 * @param live the points alive at the end
 */
record RateSample(
    int workers,
    int round,
    double rate,
    double exclusiveRate,
    double perCore,
    double served,
    double waiting,
    double evaluationsPerStep,
    double evaluationsPerDescent,
    long live) {}
