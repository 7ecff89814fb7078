package org.multidescent.renewal;

/**
 * How often and how a search hops.
 *
 * @param share how likely a hop follows a stall, 0 to 1; else fresh starts follow
 * @param fresh how many fresh starts follow otherwise, 1 or more
 * @param candidates how many candidates a hop evaluates, 1 or more
 * @param parents how many of the best optima take part in crosses, 1 or more
 */
public record HopSettings(double share, int fresh, int candidates, int parents) {

  /** What measured best. */
  public static final HopSettings STANDARD = new HopSettings(0.8, 4, 4, 20);
}
