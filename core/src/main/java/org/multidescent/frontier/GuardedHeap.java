package org.multidescent.frontier;

/** A heap with a lock and a published top, padded by 128 bytes on both sides. */
final class GuardedHeap<T> extends HeapState<T> {
  long z0, z1, z2, z3, z4, z5, z6, z7, z8, z9, za, zb, zc, zd, ze, zf;

  GuardedHeap(long expected) {
    super(expected);
  }
}
