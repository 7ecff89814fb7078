package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.util.Coordinates;

/**
 * The search among whole numbers near a point whose other coordinates have stalled: along each
 * integer the next numbers either way, or all of a few; what is lower is kept at once. If anything
 * was, the descent goes on from there, else it has stalled.
 *
 * <p>The memory holds why the descent had stalled, and in which stage.
 */
final class IntegerSearch {

  private static final int STALL = 0;
  private static final int STAGE = 1;
  private static final int ENTRIES = 2;

  /** So many values of an integer are all tried; of more, those next to its own. */
  private static final int FEW = 6;

  private IntegerSearch() {}

  /** Has the next step of a point that has stalled be a search. */
  static @Nullable Stall begin(Point point, Stall stall) {
    Stage stage = point.stage();
    point.forget(Stage.INTEGERS);
    point.reserve(ENTRIES);
    point.memory()[STALL] = stall.ordinal();
    point.memory()[STAGE] = stage.ordinal();
    return null;
  }

  /** Tells whether a point may have this memory. */
  static boolean accepts(double[] memory) {
    return memory.length >= ENTRIES
        && memory[STAGE] <= Stage.POLISH.ordinal()
        && memory[STAGE] >= Stage.COARSE.ordinal();
  }

  static @Nullable Stall step(Point point, Oracle oracle) {
    double[] memory = point.memory();
    Stage stage = Stage.at(memory[STAGE]);
    double[] best = oracle.workspace().trial();
    double[] probe = oracle.workspace().probe();
    Coordinates.copy(point.position(), 0, best, 0, best.length);
    double value = point.value();
    for (int i = 0; i < best.length; i++) {
      if (oracle.coordinates().isInteger(i)) {
        value = along(i, best, probe, value, oracle);
      }
    }
    if (value < point.value()) {
      point.moveTo(best, value);
      point.forget(stage);
      return null;
    }
    Stall stall = Stall.values()[(int) memory[STALL]];
    point.enter(stage);
    return stall == Stall.PLATEAU && isAllIntegers(oracle.coordinates()) ? Stall.VALUE : stall;
  }

  /** Tells whether only whole numbers change, so that they alone make an optimum. */
  private static boolean isAllIntegers(WorkingCoordinates coordinates) {
    for (int i = 0; i < coordinates.dimension(); i++) {
      if (coordinates.extent(i) > 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tries other numbers along one coordinate; returns the lowest value, which is at {@code best}.
   */
  private static double along(int i, double[] best, double[] probe, double value, Oracle oracle) {
    WorkingCoordinates coordinates = oracle.coordinates();
    long count = coordinates.integers(i);
    long own = (long) Math.floor(best[i] * count);
    long first = count <= FEW ? 0 : own - 1;
    long last = count <= FEW ? count - 1 : own + 1;
    double lowest = value;
    for (long k = first; k <= last; k++) {
      double there = (k + 0.5) / count;
      if (k != own && there >= coordinates.lower(i) && there <= coordinates.upper(i)) {
        Coordinates.copy(best, 0, probe, 0, best.length);
        probe[i] = there;
        double tried = oracle.value(probe);
        if (tried < lowest && Double.isFinite(tried)) {
          lowest = tried;
          best[i] = there;
        }
      }
    }
    return lowest;
  }
}
