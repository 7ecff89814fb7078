package org.multidescent.engine;

import org.multidescent.frontier.Frontier;

/** Which frontier a search uses. */
public enum FrontierKind {
  /** One heap behind one lock: exact order. */
  LOCKED,
  /** Several heaps a worker: nearly in order, for many workers and short slices. */
  RELAXED,
  /** Exact up to two workers or for slices of whole descents, else relaxed. */
  AUTOMATIC;

  private static final int LONG_SLICE = 64;
  private static final int HEAPS_PER_WORKER = 2;

  Frontier<LivePoint> create(Settings settings) {
    boolean exact =
        this == LOCKED
            || settings.workers() == 1
            || this == AUTOMATIC && (settings.workers() <= 2 || settings.slice() >= LONG_SLICE);
    int workers = settings.workers();
    return exact
        ? Frontier.locked(workers, settings.pool(), Frontier.UNBOUNDED)
        : Frontier.relaxed(
            workers, HEAPS_PER_WORKER, settings.seed(), settings.pool(), Frontier.UNBOUNDED);
  }
}
