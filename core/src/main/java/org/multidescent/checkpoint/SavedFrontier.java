package org.multidescent.checkpoint;

import java.util.List;

/**
 * What waits in a frontier.
 *
 * @param values the values of the starts that wait
 * @param starts their indices
 * @param points the points that wait, in the order in which they were offered
 */
public record SavedFrontier(double[] values, int[] starts, List<SavedPoint> points) {

  void write(Encoder out) {
    out.putDoubles(values);
    out.putInts(starts);
    out.putList(points, SavedPoint::write);
  }

  static SavedFrontier read(Decoder in) {
    return new SavedFrontier(in.getDoubles(), in.getInts(), in.getList(SavedPoint::read));
  }
}
