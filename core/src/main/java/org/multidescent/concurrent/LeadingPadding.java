package org.multidescent.concurrent;

/** Keeps the fields of a subclass 128 bytes away from whatever lies in front of the object. */
public abstract class LeadingPadding {
  public long p00, p01, p02, p03, p04, p05, p06, p07, p08, p09, p10, p11, p12, p13, p14, p15;
}
