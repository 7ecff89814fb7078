package org.multidescent.frontier;

/** What an access writes, with 128 bytes on both sides of it. */
abstract class PaddedHeld<T> extends Held<T> {
  long z0, z1, z2, z3, z4, z5, z6, z7, z8, z9, za, zb, zc, zd, ze, zf;
}
