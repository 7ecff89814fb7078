package org.multidescent.frontier;

import org.jspecify.annotations.Nullable;

/**
 * A concurrent priority structure of points, lowest value first. An entry is a cold start (a value
 * and the index of a start: no object, 12 bytes) or a live point (a value and an object).
 *
 * <p>Offering an entry releases it and taking one acquires it: what a thread wrote to a point
 * before it offered the point is seen by the thread that takes it, so the point's own fields may be
 * plain. Values are any numbers but NaN, infinities included; {@code -0.0} counts as {@code 0.0}.
 *
 * <p>Among equal values live points come before cold starts, live points in the order of their
 * offers, cold starts in the order of their indices. One worker on an {@linkplain #locked exact}
 * frontier therefore meets the same entries in the same order each time.
 *
 * @param <T> the type of a live point
 */
public interface Frontier<T> {

  /**
   * Returns an exact frontier: one heap behind one lock, of a small capacity that grows.
   *
   * @param workers the number of accesses, 1 or more
   * @param <T> the type of a live point
   * @return an empty frontier
   */
  static <T> Frontier<T> locked(int workers) {
    return locked(workers, 0);
  }

  /**
   * Returns an exact frontier: one heap behind one lock.
   *
   * @param workers the number of accesses, 1 or more
   * @param expected the number of entries to reserve memory for, 0 or more
   * @param <T> the type of a live point
   * @return an empty frontier
   */
  static <T> Frontier<T> locked(int workers, long expected) {
    return new LockedFrontier<>(workers, expected);
  }

  /**
   * Returns a relaxed frontier: several heaps a worker, of a small capacity that grows.
   *
   * @param workers the number of accesses, 1 or more
   * @param heapsPerWorker the number of heaps a worker, 1 or more; 2 serves well
   * @param seed the seed of the choices of heaps
   * @param <T> the type of a live point
   * @return an empty frontier
   */
  static <T> Frontier<T> relaxed(int workers, int heapsPerWorker, long seed) {
    return relaxed(workers, heapsPerWorker, seed, 0);
  }

  /**
   * Returns a relaxed frontier: several heaps a worker, each behind a lock of its own. What a poll
   * takes is a good entry, not always the best; with n heaps about 5/6 n better ones are passed
   * over on average.
   *
   * @param workers the number of accesses, 1 or more
   * @param heapsPerWorker the number of heaps a worker, 1 or more; 2 serves well
   * @param seed the seed of the choices of heaps
   * @param expected the number of entries to reserve memory for, 0 or more
   * @param <T> the type of a live point
   * @return an empty frontier
   */
  static <T> Frontier<T> relaxed(int workers, int heapsPerWorker, long seed, long expected) {
    return new RelaxedFrontier<>(workers, heapsPerWorker, seed, expected);
  }

  /**
   * Returns one worker's access. The same object each time; used by one thread at a time.
   *
   * @param worker the worker, from 0 and below the number of workers
   * @return the worker's access
   */
  Access<T> access(int worker);

  /**
   * Returns the number of entries, live and cold, but for those an access has loaded and not yet
   * {@linkplain Access#seal sealed}.
   *
   * @return the number of entries; exact when no access is in use
   */
  long size();

  /**
   * Returns the lowest value in the frontier.
   *
   * @return the lowest visible value; positive infinity if there is none. Exact when no access is
   *     in use
   */
  double best();

  /**
   * Shows each cold start once, in no particular order. For quiet moments only: no access may be in
   * use at the same time.
   *
   * @param visitor takes the cold starts
   */
  void forEachCold(ColdVisitor visitor);

  /**
   * Shows each live point once, those of one heap in the order of their offers. For quiet moments
   * only: no access may be in use at the same time.
   *
   * @param visitor takes the live points
   */
  void forEachLive(LiveVisitor<? super T> visitor);

  /** Takes cold starts. */
  @FunctionalInterface
  interface ColdVisitor {

    /**
     * Takes a cold start.
     *
     * @param value its value
     * @param start its index
     */
    void visit(double value, int start);
  }

  /**
   * Takes live points.
   *
   * @param <T> the type of a live point
   */
  @FunctionalInterface
  interface LiveVisitor<T> {

    /**
     * Takes a live point.
     *
     * @param value its value
     * @param point the point
     */
    void visit(double value, T point);
  }

  /**
   * One worker's hold on the frontier: a place for the entry it took last, and the operations. Not
   * thread-safe; each worker has its own.
   *
   * @param <T> the type of a live point
   */
  interface Access<T> {

    /**
     * Puts a cold start into the frontier.
     *
     * @param value its value, not NaN
     * @param start its index, 0 or more
     * @throws IllegalArgumentException if the value is NaN or the index negative; the frontier is
     *     then as before
     */
    void offerStart(double value, int start);

    /**
     * Puts cold starts with consecutive indices into the frontier.
     *
     * @param values where their values are, none of them NaN
     * @param from which is the value of the first
     * @param count how many there are
     * @param start the index of the first, 0 or more
     * @throws IllegalArgumentException if a value is NaN or an index negative; those before it are
     *     then in the frontier
     */
    default void offerStarts(double[] values, int from, int count, int start) {
      for (int k = 0; k < count; k++) {
        offerStart(values[from + k], start + k);
      }
    }

    /**
     * Puts a live point into the frontier, which owns it from now on.
     *
     * @param value its value, not NaN
     * @param point the point
     * @throws IllegalArgumentException if the value is NaN; the frontier is then as before
     */
    void offer(double value, T point);

    /**
     * Takes an entry: the best one if the frontier is exact, a good one if it is relaxed. {@link
     * #value}, {@link #point} and {@link #start} tell of it until the next entry is taken.
     *
     * @return whether there was one; false if every heap was seen empty
     */
    boolean poll();

    /**
     * Gives a point back and takes a visibly better entry in its place, in one heap operation.
     * Cheap when there is none: no lock, no shared write. A relaxed frontier looks at two of its
     * heaps, and lets a point go on when other workers are at those it would take from.
     *
     * @param value the value of the point in hand, not NaN
     * @param point the point in hand, owned by the frontier if the answer is true
     * @return whether an entry with a lower value was taken, as by {@link #poll}; if false, nothing
     *     has changed and the caller keeps its point
     * @throws IllegalArgumentException if the value is NaN; the frontier is then as before
     */
    boolean exchange(double value, T point);

    /**
     * Returns the value of the entry taken last.
     *
     * @return its value
     */
    double value();

    /**
     * Returns the live point taken last.
     *
     * @return the point; null if the entry taken last is a cold start
     */
    @Nullable T point();

    /**
     * Returns the index of the cold start taken last.
     *
     * @return the index; meaningless if the entry taken last is a live point
     */
    int start();

    /**
     * Puts a cold start into the frontier without keeping the heap in order, for filling it. What
     * was loaded is sure to be seen after {@link #seal}. Taking entries between loads is correct
     * but slow.
     *
     * @param value its value, not NaN
     * @param start its index, 0 or more
     * @throws IllegalArgumentException if the value is NaN or the index negative; the frontier is
     *     then as before
     */
    void load(double value, int start);

    /** Ends this access's loading: all it loaded is in the frontier. */
    void seal();
  }
}
