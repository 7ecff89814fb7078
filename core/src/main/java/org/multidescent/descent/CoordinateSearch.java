package org.multidescent.descent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.numerics.UnivariateSearch;
import org.multidescent.random.Mix;
import org.multidescent.random.RandomStream;
import org.multidescent.util.Coordinates;
import org.multidescent.util.Room;

/**
 * The search of a function that is a sum of functions of one coordinate each: one coordinate after
 * the other, each for its lowest place in the whole box (see {@link UnivariateSearch}), and all of
 * them again with more patience. The search ends where the function turns out to be no such sum:
 * that is looked at once more at the lowest place along the first, and again along all.
 *
 * <p>Implementation note. The first step along a coordinate looks at a few places, at random in
 * equal parts of the box as a function of the point's position and the pass; each step after that
 * looks at one. A coordinate along which only one basin has been seen twice is complete, and not
 * searched again. Places are forgotten with the coordinate, so that the next pass looks at others.
 * Nothing is changed before all of a step has been evaluated, so that one that the end of the
 * search interrupts is simply taken again.
 */
final class CoordinateSearch implements StepRule {

  private static final int LOOK = Scan.MOST - 2;
  private static final int PASSES = 4;
  private static final int MOST = 48;
  private static final double GROWTH = 3;

  private static final int AXIS = 0;
  private static final int PASS = 1;
  private static final int SCALE = 2;
  private static final int COUNT = 3;
  private static final int PLACES = 4;
  private static final int VALUES = PLACES + UnivariateSearch.ROOM;
  private static final int SETTLED = VALUES + UnivariateSearch.ROOM;

  @Override
  public int memory(int dimension) {
    return SETTLED + dimension;
  }

  @Override
  public boolean accepts(double[] memory, int dimension) {
    return Room.isCount(memory[AXIS], dimension)
        && Room.isCount(memory[PASS], PASSES)
        && Room.isCount(memory[COUNT], UnivariateSearch.ROOM);
  }

  @Override
  public boolean isSelfStopping() {
    return true;
  }

  @Override
  public @Nullable Stall step(Point point, Oracle oracle) {
    double[] memory = point.memory();
    UnivariateSearch profile = oracle.workspace().profile();
    while (memory[PASS] < PASSES) {
      int axis = (int) memory[AXIS];
      if (axis == oracle.dimension()) {
        boolean isStillSeparable = memory[PASS] > 0 || Separability.isSeparable(point, oracle);
        memory[AXIS] = 0;
        memory[PASS] = isStillSeparable ? memory[PASS] + 1 : PASSES;
      } else if (isOut(memory, axis, oracle)) {
        memory[AXIS]++;
      } else if (memory[COUNT] == 0) {
        if (isInDoubt(memory, axis, oracle) && !Separability.isSumOfHalves(point, oracle)) {
          return Stall.VALUE;
        }
        look(point, axis, profile, oracle);
        return null;
      } else {
        load(memory, profile);
        double place = next(memory, axis, profile, oracle);
        if (!Double.isNaN(place)) {
          oracle.workspace().scan().at[0] = oracle.coordinates().clamp(axis, place);
          probe(point, axis, 1, profile, oracle);
          return null;
        }
        leave(memory, axis, profile);
      }
    }
    return Stall.VALUE;
  }

  /** One coordinate has been searched, and others are left. */
  private static boolean isInDoubt(double[] memory, int axis, Oracle oracle) {
    return axis == 1 && memory[PASS] == 0 && oracle.dimension() > 2;
  }

  private static boolean isOut(double[] memory, int axis, Oracle oracle) {
    return oracle.coordinates().extent(axis) == 0 || memory[SETTLED + axis] != 0;
  }

  private static double next(double[] memory, int axis, UnivariateSearch profile, Oracle oracle) {
    int pass = (int) memory[PASS];
    double patience = StrictMath.pow(GROWTH, pass);
    double extent = oracle.coordinates().extent(axis);
    return profile.next(memory[SCALE], patience, MOST << pass, extent);
  }

  /** Goes on to the next coordinate. */
  private static void leave(double[] memory, int axis, UnivariateSearch profile) {
    memory[SETTLED + axis] = memory[PASS] > 0 && profile.isBowl() ? 1 : 0;
    memory[COUNT] = 0;
    memory[AXIS]++;
  }

  /** Looks at both ends of the box and at a few places between. */
  private static void look(Point point, int axis, UnivariateSearch profile, Oracle oracle) {
    double[] memory = point.memory();
    double[] position = point.position();
    long key = Mix.mix((long) memory[PASS], Arrays.hashCode(position));
    RandomStream random = new RandomStream(key, axis, 0);
    double lower = oracle.coordinates().startLower(axis);
    double width = oracle.coordinates().startUpper(axis) - lower;
    double[] at = oracle.workspace().scan().at;
    for (int k = 0; k < LOOK; k++) {
      at[k] = oracle.coordinates().clamp(axis, lower + (k + random.nextDouble()) / LOOK * width);
    }
    at[LOOK] = oracle.coordinates().clamp(axis, lower);
    at[LOOK + 1] = oracle.coordinates().clamp(axis, lower + width);
    profile.count = 0;
    profile.put(position[axis], point.value());
    probe(point, axis, Scan.MOST, profile, oracle);
    double scale = profile.scale();
    memory[SCALE] = Double.isFinite(scale) ? scale : 0;
  }

  /** Evaluates the first places of the scan, and goes to the lowest if it is below the point. */
  private static void probe(
      Point point, int axis, int count, UnivariateSearch profile, Oracle oracle) {
    Scan scan = oracle.workspace().scan();
    double[] position = point.position();
    scan.look(position, axis, count, oracle);
    double[] target = oracle.workspace().trial();
    Coordinates.copy(position, 0, target, 0, position.length);
    double value = point.value();
    for (int k = 0; k < count; k++) {
      profile.put(scan.at[k], scan.values[k]);
      if (scan.values[k] < value && Double.isFinite(scan.values[k])) {
        value = scan.values[k];
        target[axis] = scan.at[k];
      }
    }
    store(profile, point.memory());
    point.moveTo(target, value);
  }

  private static void load(double[] memory, UnivariateSearch profile) {
    profile.count = (int) memory[COUNT];
    System.arraycopy(memory, PLACES, profile.places, 0, profile.count);
    System.arraycopy(memory, VALUES, profile.values, 0, profile.count);
  }

  private static void store(UnivariateSearch profile, double[] memory) {
    memory[COUNT] = profile.count;
    System.arraycopy(profile.places, 0, memory, PLACES, profile.count);
    System.arraycopy(profile.values, 0, memory, VALUES, profile.count);
  }

  /** Positions along one coordinate and the objective's values there; an oracle's scratch. */
  static final class Scan {

    /** The most positions of one scan. */
    static final int MOST = 5;

    /** The values of the coordinate. */
    final double[] at = new double[MOST];

    /** The objective's values there. */
    final double[] values = new double[MOST];

    private final double[] positions;

    Scan(int dimension) {
      positions = new double[MOST * dimension];
    }

    /** Evaluates the first positions of {@link #at}, all else as in {@code position}. */
    void look(double[] position, int axis, int count, Oracle oracle) {
      int dimension = position.length;
      for (int k = 0; k < count; k++) {
        System.arraycopy(position, 0, positions, k * dimension, dimension);
        positions[k * dimension + axis] = at[k];
      }
      oracle.values(positions, count, values);
    }
  }
}
