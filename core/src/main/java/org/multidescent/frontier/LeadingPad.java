package org.multidescent.frontier;

/** 128 bytes in front of a subclass's fields, to keep them off its neighbour's cache lines. */
abstract class LeadingPad {
  long a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, aa, ab, ac, ad, ae, af;
}
