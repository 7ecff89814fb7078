package org.multidescent.descent;

/** How carefully a descent goes. */
enum Stage {
  /** Not downhill yet: an evolution strategy looks for the place to descend from. */
  EVOLUTION,
  /** Not downhill: the function is a sum over coordinates, which are searched one by one. */
  SEPARABLE,
  /** Finite differences span a tenth of the box, and see the bowl below the ripples. */
  COARSE,
  /** Until steps gain little beside the spread of values: enough to tell where it leads. */
  ROUGH,
  /** To the last digits that count. */
  FINE,
  /** To the last digits there are. */
  POLISH
}
