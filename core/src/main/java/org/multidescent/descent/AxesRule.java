package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.random.RandomStream;

/**
 * A sweep along the axes. A step scans one coordinate from end to end of the box and goes to the
 * lowest place found, if that is below the point; after the last coordinate the sweep is over.
 * Where coordinates can be searched one by one, it finds in each the right one of many basins.
 *
 * <p>Implementation note. The scan has one position in each of {@link #PARTS} equal parts of the
 * box, at random there, as a function of the sweep's stream and the coordinate. The basin the point
 * lies in (next to it, as far as values do not fall) is left out; the lowest position elsewhere is
 * refined by {@link #HALVINGS} halvings of the distance to its neighbours. A coordinate with a
 * single basin costs no refinement. Nothing is changed before all has been evaluated, so that a
 * step cut short by a {@link Halt} is simply taken again. The memory is the next coordinate and the
 * stream, in two halves that are exact as numbers.
 */
final class AxesRule implements StepRule {

  /** Into how many parts a coordinate is divided. */
  static final int PARTS = 16;

  private static final int HALVINGS = 3;

  private static final int NEXT = 0;
  private static final int STREAM_HIGH = 1;
  private static final int STREAM_LOW = 2;
  private static final int ENTRIES = 3;

  /** Begins a sweep. */
  static void begin(double[] memory, long stream) {
    memory[STREAM_HIGH] = stream >> 32;
    memory[STREAM_LOW] = stream & 0xffffffffL;
  }

  @Override
  public int memory(int dimension) {
    return ENTRIES;
  }

  @Override
  public boolean isSelfStopping() {
    return true;
  }

  @Override
  public @Nullable Stall step(Point point, Oracle oracle) {
    double[] memory = point.memory();
    double[] position = point.position();
    Scaling scaling = oracle.scaling();
    int axis = (int) memory[NEXT];
    while (axis < position.length && scaling.extent(axis) == 0) {
      axis++;
    }
    if (axis == position.length) {
      return Stall.LEVEL;
    }
    long stream = (long) memory[STREAM_HIGH] << 32 | (long) memory[STREAM_LOW];
    AxisScan scan = oracle.scan();
    spread(scan.at, axis, new RandomStream(stream, axis, 0), oracle);
    scan.look(position, axis, PARTS, oracle);
    double[] target = oracle.trial();
    System.arraycopy(position, 0, target, 0, position.length);
    double value = point.value();
    int lowest = lowestElsewhere(scan, position[axis], value);
    if (lowest >= 0) {
      refine(scan, position, axis, lowest, oracle);
      if (scan.values[0] < value) {
        target[axis] = scan.at[0];
        value = scan.values[0];
      }
    }
    point.moveTo(target, value);
    memory[NEXT] = axis + 1;
    return null;
  }

  private static void spread(double[] at, int axis, RandomStream random, Oracle oracle) {
    double lower = oracle.scaling().boxLower(axis);
    double part = (oracle.scaling().boxUpper(axis) - lower) / PARTS;
    for (int k = 0; k < PARTS; k++) {
      at[k] = oracle.clamp(axis, lower + (k + random.nextDouble()) * part);
    }
  }

  /** Returns the lowest position outside the basin of {@code here}; -1 if there is none. */
  private static int lowestElsewhere(AxisScan scan, double here, double value) {
    double[] values = scan.values;
    int above = 0;
    while (above < PARTS && scan.at[above] < here) {
      above++;
    }
    int below = above - 1;
    for (double last = value; below >= 0 && values[below] >= last; below--) {
      last = values[below];
    }
    for (double last = value; above < PARTS && values[above] >= last; above++) {
      last = values[above];
    }
    int lowest = -1;
    for (int k = 0; k < PARTS; k++) {
      boolean outside = k <= below || k >= above;
      if (outside && Double.isFinite(values[k]) && (lowest < 0 || values[k] < values[lowest])) {
        lowest = k;
      }
    }
    return lowest;
  }

  /** Looks more closely around a position; leaves the lowest place first in the scan. */
  private static void refine(
      AxisScan scan, double[] position, int axis, int lowest, Oracle oracle) {
    double[] at = scan.at;
    double[] values = scan.values;
    Scaling scaling = oracle.scaling();
    double below = lowest > 0 ? at[lowest - 1] : oracle.clamp(axis, scaling.boxLower(axis));
    double above = lowest < PARTS - 1 ? at[lowest + 1] : oracle.clamp(axis, scaling.boxUpper(axis));
    double best = at[lowest];
    double value = values[lowest];
    for (int k = 0; k < HALVINGS; k++) {
      at[0] = below + (best - below) / 2;
      at[1] = best + (above - best) / 2;
      scan.look(position, axis, 2, oracle);
      int lower = values[0] <= values[1] ? 0 : 1;
      if (values[lower] < value && Double.isFinite(values[lower])) {
        below = lower == 0 ? below : best;
        above = lower == 0 ? best : above;
        best = at[lower];
        value = values[lower];
      } else {
        below = at[0];
        above = at[1];
      }
    }
    at[0] = best;
    values[0] = value;
  }
}
