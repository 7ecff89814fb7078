package org.multidescent.descent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.numerics.UnivariateSearch;
import org.multidescent.random.Mix;
import org.multidescent.random.RandomStream;
import org.multidescent.util.Room;

/**
 * As {@link CoordinateSearch}, for an objective that takes batches: blocks of coordinates are
 * searched at once, each from the same position, and the point goes to the lowest places of all of
 * them when the last one is found.
 *
 * <p>Implementation note. A step is one round: the first looks at a few places along each
 * coordinate of the block, each after that at one along each that is not yet found. Were the
 * function no sum after all, so that the lowest places together are not lower, the point goes to
 * the lowest of them alone.
 */
final class BatchCoordinateSearch implements StepRule {

  private static final int LOOK = CoordinateSearch.Scan.MOST - 2;
  private static final int PASSES = 4;
  private static final int MOST = 48;
  private static final double GROWTH = 3;
  private static final int BLOCK = 16;

  private static final int FIRST = 0;
  private static final int PASS = 1;
  private static final int LOOKED = 2;
  private static final int HEADER = 3;

  /** What is remembered of each coordinate of the block. */
  private static final int SCALE = 0;

  private static final int COUNT = 1;
  private static final int FOUND = 2;
  private static final int PLACES = 3;
  private static final int VALUES = PLACES + UnivariateSearch.ROOM;
  private static final int LANE = VALUES + UnivariateSearch.ROOM;

  private static final int SETTLED = HEADER + BLOCK * LANE;

  @Override
  public int memory(int dimension) {
    return SETTLED + dimension;
  }

  @Override
  public boolean accepts(double[] memory, int dimension) {
    boolean counts =
        Room.isCount(memory[FIRST], dimension + BLOCK) && Room.isCount(memory[PASS], PASSES);
    for (int k = 0; k < BLOCK; k++) {
      counts &= Room.isCount(memory[lane(k) + COUNT], UnivariateSearch.ROOM);
    }
    return counts;
  }

  @Override
  public boolean isSelfStopping() {
    return true;
  }

  @Override
  public @Nullable Stall step(Point point, Oracle oracle) {
    double[] memory = point.memory();
    while (memory[PASS] < PASSES) {
      if (memory[FIRST] >= oracle.dimension()) {
        memory[FIRST] = 0;
        memory[PASS]++;
      } else if (memory[LOOKED] == 0) {
        if (look(point, oracle)) {
          return null;
        }
        memory[FIRST] += BLOCK;
      } else {
        if (!probe(point, oracle)) {
          combine(point, oracle);
          leave(point, oracle);
        }
        return null;
      }
    }
    return Stall.VALUE;
  }

  private static int lane(int k) {
    return HEADER + k * LANE;
  }

  /** Returns how many coordinates the block has. */
  private static int lanes(double[] memory, Oracle oracle) {
    return Math.min(BLOCK, oracle.dimension() - (int) memory[FIRST]);
  }

  private static boolean isOut(double[] memory, int axis, Oracle oracle) {
    return oracle.coordinates().extent(axis) == 0 || memory[SETTLED + axis] != 0;
  }

  /**
   * Looks at both ends and a few places between; returns whether there was a coordinate to look.
   */
  private static boolean look(Point point, Oracle oracle) {
    double[] memory = point.memory();
    Batch batch = new Batch(point, oracle, BLOCK * CoordinateSearch.Scan.MOST);
    int lanes = lanes(memory, oracle);
    for (int k = 0; k < lanes; k++) {
      int axis = (int) memory[FIRST] + k;
      if (!isOut(memory, axis, oracle)) {
        draw(point, axis, k, batch, oracle);
      }
    }
    if (batch.count == 0) {
      return false;
    }
    batch.evaluate();
    UnivariateSearch profile = oracle.workspace().profile();
    for (int k = 0; k < lanes; k++) {
      int axis = (int) memory[FIRST] + k;
      boolean out = isOut(memory, axis, oracle);
      memory[lane(k) + FOUND] = out ? 1 : 0;
      memory[lane(k) + COUNT] = 0;
      if (!out) {
        profile.count = 0;
        profile.put(point.position()[axis], point.value());
        batch.put(k, profile);
        store(profile, memory, lane(k));
        double scale = profile.scale();
        memory[lane(k) + SCALE] = Double.isFinite(scale) ? scale : 0;
      }
    }
    memory[LOOKED] = 1;
    point.moveTo(point.position().clone(), point.value());
    return true;
  }

  private static void draw(Point point, int axis, int k, Batch batch, Oracle oracle) {
    WorkingCoordinates coordinates = oracle.coordinates();
    long key = Mix.mix((long) point.memory()[PASS], Arrays.hashCode(point.position()));
    RandomStream random = new RandomStream(key, axis, 0);
    double lower = coordinates.startLower(axis);
    double width = coordinates.startUpper(axis) - lower;
    for (int part = 0; part < LOOK; part++) {
      double place = lower + (part + random.nextDouble()) / LOOK * width;
      batch.add(k, axis, coordinates.clamp(axis, place));
    }
    batch.add(k, axis, coordinates.clamp(axis, lower));
    batch.add(k, axis, coordinates.clamp(axis, lower + width));
  }

  /** Looks at the next place along each coordinate; returns whether there was one. */
  private static boolean probe(Point point, Oracle oracle) {
    double[] memory = point.memory();
    UnivariateSearch profile = oracle.workspace().profile();
    int pass = (int) memory[PASS];
    int lanes = lanes(memory, oracle);
    Batch batch = new Batch(point, oracle, BLOCK);
    for (int k = 0; k < lanes; k++) {
      if (memory[lane(k) + FOUND] == 0) {
        int axis = (int) memory[FIRST] + k;
        load(memory, lane(k), profile);
        double patience = StrictMath.pow(GROWTH, pass);
        double extent = oracle.coordinates().extent(axis);
        double place = profile.next(memory[lane(k) + SCALE], patience, MOST << pass, extent);
        if (!Double.isNaN(place)) {
          batch.add(k, axis, oracle.coordinates().clamp(axis, place));
        }
      }
    }
    if (batch.count == 0) {
      return false;
    }
    batch.evaluate();
    for (int k = 0; k < lanes; k++) {
      if (memory[lane(k) + FOUND] == 0) {
        load(memory, lane(k), profile);
        memory[lane(k) + FOUND] = batch.put(k, profile) ? 0 : 1;
        store(profile, memory, lane(k));
      }
    }
    point.moveTo(point.position().clone(), point.value());
    return true;
  }

  /** Goes to the lowest places of the block. */
  private static void combine(Point point, Oracle oracle) {
    double[] memory = point.memory();
    UnivariateSearch profile = oracle.workspace().profile();
    double[] all = point.position().clone();
    double[] single = all.clone();
    double lowest = point.value();
    int lanes = lanes(memory, oracle);
    for (int k = 0; k < lanes; k++) {
      int axis = (int) memory[FIRST] + k;
      load(memory, lane(k), profile);
      int best = profile.count == 0 ? -1 : profile.lowest();
      if (best >= 0 && profile.values[best] < point.value()) {
        all[axis] = profile.places[best];
        if (profile.values[best] < lowest) {
          lowest = profile.values[best];
          single = point.position().clone();
          single[axis] = profile.places[best];
        }
      }
    }
    double together = Arrays.equals(all, single) ? lowest : oracle.value(all);
    boolean isSum = together <= lowest && Double.isFinite(together);
    point.moveTo(isSum ? all : single, isSum ? together : lowest);
  }

  /** Goes on to the next block. */
  private static void leave(Point point, Oracle oracle) {
    double[] memory = point.memory();
    UnivariateSearch profile = oracle.workspace().profile();
    int lanes = lanes(memory, oracle);
    for (int k = 0; k < lanes; k++) {
      int axis = (int) memory[FIRST] + k;
      load(memory, lane(k), profile);
      if (memory[PASS] > 0 && profile.count > 0 && profile.isBowl()) {
        memory[SETTLED + axis] = 1;
      }
      memory[lane(k) + COUNT] = 0;
    }
    memory[LOOKED] = 0;
    memory[FIRST] += BLOCK;
  }

  private static void load(double[] memory, int lane, UnivariateSearch profile) {
    profile.count = (int) memory[lane + COUNT];
    System.arraycopy(memory, lane + PLACES, profile.places, 0, profile.count);
    System.arraycopy(memory, lane + VALUES, profile.values, 0, profile.count);
  }

  private static void store(UnivariateSearch profile, double[] memory, int lane) {
    memory[lane + COUNT] = profile.count;
    System.arraycopy(profile.places, 0, memory, lane + PLACES, profile.count);
    System.arraycopy(profile.values, 0, memory, lane + VALUES, profile.count);
  }

  /** Places along coordinates, all evaluated together. */
  private static final class Batch {

    private final double[] position;
    private final Oracle oracle;
    private final int[] lanes;
    private final double[] places;
    private final double[] values;
    private final double[] positions;
    int count;

    Batch(Point point, Oracle oracle, int room) {
      this.position = point.position();
      this.oracle = oracle;
      this.lanes = new int[room];
      this.places = new double[room];
      this.values = new double[room];
      this.positions = new double[room * position.length];
    }

    void add(int lane, int axis, double place) {
      System.arraycopy(position, 0, positions, count * position.length, position.length);
      positions[count * position.length + axis] = place;
      lanes[count] = lane;
      places[count++] = place;
    }

    void evaluate() {
      oracle.values(positions, count, values);
    }

    /** Adds what was seen along a coordinate; returns whether there was anything. */
    boolean put(int lane, UnivariateSearch profile) {
      boolean any = false;
      for (int k = 0; k < count; k++) {
        if (lanes[k] == lane) {
          profile.put(places[k], values[k]);
          any = true;
        }
      }
      return any;
    }
  }
}
