package org.multidescent.learning;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.Point;
import org.multidescent.descent.Stall;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.util.Room;

/**
 * Blocks of sampled gradients, each followed by validation. The memory holds counts, the last
 * position, the average and what the update remembers; a block works on a copy, so that one that is
 * cut short by the end of the search leaves no trace.
 *
 * @param update how a gradient moves the position
 * @param rate the learning rate; 0: one of several, chosen when a descent begins
 * @param decay how the rate shrinks
 * @param averages whether the average is validated, too
 */
record SampledRule(SampledUpdate update, double rate, Decay decay, boolean averages)
    implements SampledSteps {

  private static final double[] RATES = {0.1, 0.03, 0.3, 0.01, 0.003, 0.001};

  /** Where the memory holds how many gradients were asked. */
  private static final int ASKED = 0;

  /** How many of them after the last failure. */
  private static final int AVERAGED = 1;

  /** How many times the rate was halved. */
  private static final int HALVINGS = 2;

  /** How many gradients had been asked when the value was last lower, or the rate was halved. */
  private static final int PROGRESS = 3;

  private static final int FAILURES = 4;
  private static final int VARIANT = 5;
  private static final int HEADER = 6;

  private static final int LEAST = 8;
  private static final int MOST = 64;
  private static final int PARTS = 16;
  private static final int PATIENCE = 8;
  private static final int LEAST_PATIENCE = 32;
  private static final int AVERAGE_POWER = 8;
  private static final int MOST_HALVINGS = 12;
  private static final int MOST_FAILURES = 8;

  @Override
  public int memory(int dimension) {
    return Math.addExact(
        HEADER, Math.addExact(Math.multiplyExact(2, dimension), update.memory(dimension)));
  }

  @Override
  public int variants() {
    return rate == 0 ? RATES.length : 1;
  }

  @Override
  public void choose(Point point, int variant) {
    point.memory()[VARIANT] = variant;
  }

  @Override
  public int rung(Point point) {
    return Rungs.completed((long) point.memory()[ASKED]);
  }

  @Override
  public boolean isSelfStopping() {
    return true;
  }

  @Override
  public boolean accepts(double[] memory, int dimension) {
    return Room.isCount(memory[ASKED], Room.MOST)
        && Room.isCount(memory[AVERAGED], memory[ASKED])
        && Room.isCount(memory[PROGRESS], memory[ASKED])
        && Room.isCount(memory[HALVINGS], MOST_HALVINGS + 2 * MOST_FAILURES)
        && Room.isCount(memory[FAILURES], MOST_FAILURES)
        && Room.isCount(memory[VARIANT], variants() - 1)
        && Arrays.stream(memory, HEADER, HEADER + 2 * dimension).allMatch(Double::isFinite);
  }

  @Override
  public @Nullable Stall step(Point point, Oracle oracle) {
    if (!Double.isFinite(point.value())) {
      return Stall.NOT_FINITE;
    }
    double[] memory = oracle.workspace().copyOf(point.memory());
    double[] position = point.position();
    int dimension = position.length;
    if (memory[ASKED] == 0) {
      restart(memory, position);
    }
    double[] last = oracle.workspace().trial();
    double[] average = oracle.workspace().probe();
    for (int i = 0; i < dimension; i++) {
      last[i] = oracle.coordinates().clamp(i, memory[HEADER + i]);
      average[i] = oracle.coordinates().clamp(i, memory[HEADER + dimension + i]);
    }
    boolean finite = walk(memory, last, average, point.gradient(), oracle);
    double there = finite ? oracle.value(last) : Double.NaN;
    double middle = finite && averages ? oracle.value(average) : Double.NaN;
    boolean atLast = Double.isFinite(there) && !(middle < there);
    double value = atLast ? there : middle;
    System.arraycopy(last, 0, memory, HEADER, dimension);
    System.arraycopy(average, 0, memory, HEADER + dimension, dimension);
    if (value < point.value()) {
      memory[PROGRESS] = memory[ASKED];
      point.moveTo(atLast ? last : average, value);
    } else {
      point.moveTo(position, point.value());
    }
    Stall stall = Double.isFinite(value) ? slow(memory) : fail(memory, position);
    System.arraycopy(memory, 0, point.memory(), 0, memory(dimension));
    return stall;
  }

  /** Takes the steps of a block; returns whether all gradients and moves were numbers. */
  private boolean walk(
      double[] memory, double[] last, double[] average, double[] gradient, Oracle oracle) {
    WorkingCoordinates coordinates = oracle.coordinates();
    int dimension = last.length;
    int state = HEADER + 2 * dimension;
    for (long left = length((long) memory[ASKED]); left > 0; left--) {
      boolean finite = oracle.analyticGradient(last, gradient);
      double current = rate(memory);
      memory[ASKED]++;
      if (!finite) {
        return false;
      }
      update.move(gradient, current, memory, state, coordinates);
      memory[AVERAGED]++;
      double weight = (AVERAGE_POWER + 1) / (memory[AVERAGED] + AVERAGE_POWER);
      for (int i = 0; i < dimension; i++) {
        double next = last[i] + gradient[i];
        if (Double.isNaN(next)) {
          return false;
        }
        last[i] = coordinates.clamp(i, next);
        average[i] = coordinates.clamp(i, average[i] + weight * (last[i] - average[i]));
      }
    }
    return true;
  }

  /** Returns how many gradients a block takes: it ends where a rung does. */
  private static long length(long asked) {
    long wanted = Math.min(MOST, Math.max(LEAST, asked / PARTS));
    return Math.min(wanted, Rungs.end(asked) - asked);
  }

  private double rate(double[] memory) {
    double first = rate == 0 ? RATES[(int) memory[VARIANT]] : rate;
    return Math.scalb(first, -(int) memory[HALVINGS]) * decay.factor((long) memory[ASKED]);
  }

  /** Halves the rate where nothing was gained for long; returns whether the descent has ended. */
  private @Nullable Stall slow(double[] memory) {
    memory[FAILURES] = 0;
    double idle = memory[ASKED] - memory[PROGRESS];
    if (rate == 0 && idle >= Math.max(LEAST_PATIENCE, memory[ASKED] / PATIENCE)) {
      memory[PROGRESS] = memory[ASKED];
      memory[HALVINGS]++;
    }
    return memory[HALVINGS] >= MOST_HALVINGS || decay.factor((long) memory[ASKED]) == 0
        ? Stall.VALUE
        : null;
  }

  /** Has the descent go on from the best position with a smaller rate. */
  private static @Nullable Stall fail(double[] memory, double[] position) {
    restart(memory, position);
    memory[HALVINGS] += 2;
    memory[PROGRESS] = memory[ASKED];
    return ++memory[FAILURES] >= MOST_FAILURES ? Stall.NOT_FINITE : null;
  }

  private static void restart(double[] memory, double[] position) {
    int dimension = position.length;
    Arrays.fill(memory, HEADER, memory.length, 0);
    System.arraycopy(position, 0, memory, HEADER, dimension);
    System.arraycopy(position, 0, memory, HEADER + dimension, dimension);
    memory[AVERAGED] = 0;
  }
}
