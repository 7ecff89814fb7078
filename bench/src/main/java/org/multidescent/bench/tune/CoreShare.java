package org.multidescent.bench.tune;

/**
 * How long threads had a core and how long they waited for one.
 *
 * <p>On a machine shared with other programs more threads also win a larger part of the machine,
 * which looks like scaling and is not. Threads that want D cores at a time would have {@code min(D,
 * P)} of P processors of their own; had they less, the rate is put up accordingly.
 *
 * @param ran nanoseconds on a core, summed over the threads
 * @param waited nanoseconds in the run queue, summed over the threads
 * @param yields the share of the times they left a core in which they did so by themselves, to wait
 *     for something, 0 to 1; NaN if unknown
 */
record CoreShare(long ran, long waited, double yields) {

  /** Returns the share of the wanted time that was served; NaN if unknown. */
  double served() {
    return ran > 0 ? (double) ran / (ran + waited) : Double.NaN;
  }

  /** Returns by how much the rate would rise on a machine of one's own; 1 if unknown. */
  double correction(double elapsed, int processors) {
    if (ran <= 0) {
      return 1;
    }
    double demand = (ran + waited) / elapsed;
    return Math.max(1, Math.min(demand, processors) * elapsed / ran);
  }

  /** Returns the rate for each second the threads together were on a core; NaN if unknown. */
  double perCore(double rate, double elapsed) {
    return ran > 0 ? rate * elapsed / ran : Double.NaN;
  }
}
