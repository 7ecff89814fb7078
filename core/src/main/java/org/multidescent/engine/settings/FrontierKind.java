package org.multidescent.engine.settings;

/** Which frontier a search uses. */
public enum FrontierKind {
  /** One heap behind one lock: exact order. */
  LOCKED,
  /** Several heaps a worker: nearly in order, for many workers and short slices. */
  RELAXED,
  /** Exact up to two workers or for slices of whole descents, else relaxed. */
  AUTOMATIC;
}
