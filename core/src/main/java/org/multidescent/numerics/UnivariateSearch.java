package org.multidescent.numerics;

import java.util.Arrays;

/**
 * What is known of a function along one coordinate: values at places in increasing order, and where
 * to look next for a lower one. An oracle's scratch.
 *
 * <p>Implementation note. STEP (Swarzberg, Seront and Bersini 1994) looks between the two
 * neighbouring places where the parabola that leads below the lowest value needs the least
 * curvature: far from other places, and between low values. Here the lowest place comes first, as
 * long as a parabola promises a gain that counts, one through the three places that lie closest
 * together there, else through it and its neighbours. The search ends where even the easiest
 * parabola needs several times the largest curvature that has been seen: then there is most likely
 * no lower basin. At last the lowest place is refined to its last digits. Where three places in a
 * row have the lowest value, they lie on a step of stairs: nothing is looked for inside it, nor
 * where less is left than its width. A place without a value is as high as can be.
 */
public final class UnivariateSearch {

  /** The most places there is room for. */
  public static final int ROOM = 512;

  private static final double COUNTS = 1e-3;
  private static final double LAST_DIGITS = 1e-16;
  private static final double BELOW = 1e-4;
  private static final double NEAREST = 1e-9;
  private static final double NEAREST_END = 1e-3;
  private static final double INWARD = 0.3;
  private static final double LEAST_SHARE = 0.25;
  private static final double UNEVEN = 10;

  /** The places, in increasing order. */
  public final double[] places = new double[ROOM];

  /** The values there; {@code Infinity} where there is none. */
  public final double[] values = new double[ROOM];

  /** How many places there are. */
  public int count;

  private final double[] sorted = new double[ROOM];

  /** Adds a place and the value there, unless the place is known. */
  public void put(double place, double value) {
    int k = count;
    while (k > 0 && places[k - 1] > place) {
      k--;
    }
    if (k > 0 && places[k - 1] == place) {
      return;
    }
    System.arraycopy(places, k, places, k + 1, count - k);
    System.arraycopy(values, k, values, k + 1, count - k);
    places[k] = place;
    values[k] = Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
    count++;
  }

  /** Returns how far the middle one of the values there are lies above the lowest. */
  public double scale() {
    int finite = 0;
    for (int k = 0; k < count; k++) {
      if (values[k] < Double.POSITIVE_INFINITY) {
        sorted[finite++] = values[k];
      }
    }
    Arrays.sort(sorted, 0, finite);
    return finite == 0 ? 0 : sorted[finite / 2] - sorted[0];
  }

  /** Tells whether the values fall to the lowest and rise from there: one basin has been seen. */
  public boolean isBowl() {
    int lowest = lowest();
    for (int k = 1; k < count; k++) {
      boolean wrong = k <= lowest ? values[k] > values[k - 1] : values[k] < values[k - 1];
      if (wrong) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns where to look next.
   *
   * @param scale what gains are compared with; 0 if all values are equal, and nothing can be found
   * @param patience how many times the largest curvature seen a basin may have
   * @param most how many places there may be before only the last digits are left
   * @param extent the length of the box
   * @return a new place between two others, or NaN if the search is over
   */
  public double next(double scale, double patience, int most, double extent) {
    if (count == ROOM || scale == 0) {
      return Double.NaN;
    }
    int lowest = lowest();
    double place = vertex(lowest, COUNTS * scale, extent);
    if (Double.isNaN(place) && count < most) {
      place = easiest(values[lowest] - BELOW * scale, patience, extent);
    }
    return Double.isNaN(place) ? vertex(lowest, LAST_DIGITS * scale, extent) : place;
  }

  /** Returns which place has the lowest value; there is one. */
  public int lowest() {
    int lowest = 0;
    for (int k = 1; k < count; k++) {
      lowest = values[k] < values[lowest] ? k : lowest;
    }
    return lowest;
  }

  /** Returns which place is the last of those with the lowest value that follow the first one. */
  private int lastOfFloor(int lowest) {
    int last = lowest;
    while (last + 1 < count && values[last + 1] == values[lowest]) {
      last++;
    }
    return last;
  }

  /** The vertex of a parabola through the lowest place and two others, if it gains enough. */
  private double vertex(int lowest, double gain, double extent) {
    if (lastOfFloor(lowest) > lowest) {
      return Double.NaN;
    }
    double near = vertexOfNearest(lowest, gain);
    return Double.isNaN(near) ? vertexOfNeighbours(lowest, gain, extent) : near;
  }

  /** The vertex of the parabola through the three places that lie closest together. */
  private double vertexOfNearest(int lowest, double gain) {
    if (lowest == 0 || lowest == count - 1) {
      return Double.NaN;
    }
    int first = lowest - 1;
    for (int k = Math.max(0, lowest - 2); k <= lowest && k + 2 < count; k++) {
      first = places[k + 2] - places[k] < places[first + 2] - places[first] ? k : first;
    }
    double below = places[first + 1] - places[first];
    double above = places[first + 2] - places[first + 1];
    double left = (values[first + 1] - values[first]) / below;
    double right = (values[first + 2] - values[first + 1]) / above;
    double curvature = 2 * (right - left) / (below + above);
    double place = (places[first] + places[first + 1]) / 2 - left / curvature;
    double shift = place - places[lowest];
    boolean isWorth =
        curvature > 0
            && curvature < Double.POSITIVE_INFINITY
            && curvature * shift * shift / 2 > gain + 4 * Math.ulp(values[lowest]);
    return isWorth && isNew(place, lowest) ? place : Double.NaN;
  }

  private boolean isNew(double place, int lowest) {
    return place > places[lowest - 1] && place < places[lowest + 1] && place != places[lowest];
  }

  private double vertexOfNeighbours(int lowest, double gain, double extent) {
    if (lowest == 0 || lowest == count - 1) {
      return inward(lowest, extent);
    }
    double below = places[lowest] - places[lowest - 1];
    double above = places[lowest + 1] - places[lowest];
    double left = (values[lowest - 1] - values[lowest]) / below;
    double right = (values[lowest + 1] - values[lowest]) / above;
    double curvature = 2 * (left + right) / (below + above);
    if (!(curvature > 0) || Double.isInfinite(curvature)) {
      return Double.NaN;
    }
    double shift = (left * above - right * below) / (below + above) / curvature;
    if (!(curvature * shift * shift / 2 > gain + 4 * Math.ulp(values[lowest]))) {
      return Double.NaN;
    }
    double place = places[lowest] + level(shift, below, above);
    return isNew(place, lowest) ? place : Double.NaN;
  }

  /** Looks farther to the side whose neighbour is much farther away than the other. */
  private static double level(double shift, double below, double above) {
    if (above > UNEVEN * below && Math.abs(shift) < below) {
      return Math.max(shift, 0) + 2 * below;
    }
    if (below > UNEVEN * above && Math.abs(shift) < above) {
      return Math.min(shift, 0) - 2 * above;
    }
    return shift;
  }

  /** A place beside the lowest one at an end, unless its neighbour is near already. */
  private double inward(int end, double extent) {
    double shift = INWARD * (places[end == 0 ? 1 : end - 1] - places[end]);
    return Math.abs(shift) > NEAREST_END * extent ? places[end] + shift : Double.NaN;
  }

  private double easiest(double goal, double patience, double extent) {
    double least = Math.sqrt(patience * sharpest() / 2);
    int lowest = lowest();
    int last = lastOfFloor(lowest);
    boolean isFloor = last > lowest + 1;
    double narrowest = isFloor ? (places[last] - places[lowest]) / patience : 0;
    double place = Double.NaN;
    for (int k = 0; k < count - 1; k++) {
      double width = places[k + 1] - places[k];
      if (isFloor && (k >= lowest && k < last || width < narrowest)) {
        continue;
      }
      double first = Math.sqrt(values[k] - goal);
      double second = Math.sqrt(values[k + 1] - goal);
      double root = (first + second) / width;
      if (root < least && width > NEAREST * extent) {
        least = root;
        double share = first / (first + second);
        place = places[k] + Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, share)) * width;
      }
    }
    return place;
  }

  /** The largest curvature through three neighbouring places. */
  private double sharpest() {
    double sharpest = 0;
    for (int k = 1; k < count - 1; k++) {
      double left = (values[k - 1] - values[k]) / (places[k] - places[k - 1]);
      double right = (values[k + 1] - values[k]) / (places[k + 1] - places[k]);
      double curvature = Math.abs(2 * (left + right) / (places[k + 1] - places[k - 1]));
      boolean isSharper = curvature > sharpest && curvature < Double.POSITIVE_INFINITY;
      sharpest = isSharper ? curvature : sharpest;
    }
    return sharpest;
  }
}
