package org.multidescent.checkpoint;

import org.multidescent.report.Origin;

/**
 * A perturbation whose candidates have been drawn and not all been evaluated.
 *
 * @param origin the origin of a descent from one of them, but for the position, which is empty
 * @param count how many candidates there are
 * @param candidates their positions, one after the other, in working coordinates
 */
public record SavedPerturbation(Origin.Drawn origin, int count, double[] candidates) {

  /**
   * Returns the number of the decision it comes from.
   *
   * @return the id of its random stream
   */
  public long number() {
    return origin.place().stream();
  }

  void write(Encoder out) {
    Origins.write(origin, out);
    out.putInt(count);
    out.putDoubles(candidates);
  }

  static SavedPerturbation read(Decoder in) {
    return new SavedPerturbation(Origins.readDrawn(in), in.getInt(), in.getDoubles());
  }
}
