package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.numerics.PowerOfTwo;
import org.multidescent.util.Coordinates;
import org.multidescent.util.Room;

/**
 * A projected quasi-Newton step: a direction from a model of the curvature, in the coordinates that
 * the bounds leave free, and a search along its projection onto the bounds.
 *
 * <p>Implementation note. The memory begins with {@link #PENDING} (whether the last step's pair of
 * differences is still to be learnt), {@link #PAIRS} (how many pairs the model has learnt), {@link
 * #EXPECTED} (the curvature the model expected along the last step, times its squared length) and
 * {@link #UNIT} (what gradients are multiplied with here: a power of two, set by the descent's
 * first gradient, and again where they have become larger or smaller by more than a hundred orders
 * of magnitude; a model learnt before is then dropped) and {@link #REACH}; then come the position
 * and the gradient before the last step (once learnt, the differences of both); a subclass's model
 * follows at {@link #model}. Where a trial costs no more than a step, as its gradient comes with
 * it, the first trial of a step goes no farther than the reach: as far as the last step went that
 * had to be shortened, or twice as far as any since. A coordinate is held if a bound is reached and
 * the gradient points out. Pairs are learnt when the next gradient is known, without evaluations,
 * so that a step that the end of the search interrupts is simply taken again. The first guess of
 * the inverse Hessian is the squared extent of the box. Where a search fails along a model's
 * direction, and a descent may be given up and lacks more to the best value known than the gradient
 * promises there, neither finer differences nor the gradient's own direction are tried.
 */
abstract class QuasiNewtonRule implements StepRule {

  static final int PENDING = 0;
  static final int PAIRS = 1;
  static final int EXPECTED = 2;

  static final int UNIT = 3;

  /** How far a first trial may go, as a fraction of the box; 0: nothing was shortened yet. */
  static final int REACH = 4;

  /** Where the differences of the positions begin. */
  static final int SHIFT = 5;

  private static final double FIRST_STEP = 0.1;
  private static final double LONGEST_STEP = 0.3;
  private static final double GROWTH = 2;
  private static final int INFORMED_TRIALS = 12;

  /** Shorter steps than these do not count beside the width of a coarse stage's differences. */
  private static final int COARSE_TRIALS = 3;

  private static final double CAUTION = 1e-10;

  /** Where the differences of the gradients begin. */
  static int change(int dimension) {
    return SHIFT + dimension;
  }

  /** Where a subclass's model begins. */
  static int model(int dimension) {
    return SHIFT + 2 * dimension;
  }

  /** Learns the pair at {@link #SHIFT} and {@link #change}; {@code product} is their product. */
  abstract void learn(double[] memory, WorkingCoordinates scaling, double product);

  /**
   * Computes the direction in the free coordinates from a model of at least one pair; the gradient
   * is in the memory's unit.
   */
  abstract void direct(
      double[] memory, double[] gradient, ProjectedLineSearch path, WorkingCoordinates scaling);

  @Override
  public boolean accepts(double[] memory, int dimension) {
    return Room.isCount(memory[PAIRS], Room.MOST) && memory[UNIT] >= 0 && memory[REACH] >= 0;
  }

  @Override
  public final @Nullable Stall step(Point point, Oracle oracle) {
    ProjectedLineSearch path = oracle.workspace().path();
    double[] memory = point.memory();
    boolean level = true;
    do {
      Stall stall = path.downhill(point);
      if (stall == Stall.GRADIENT && oracle.refine(point)) {
        continue;
      }
      if (stall != null) {
        return stall;
      }
      double[] gradient = inUnit(memory, point, oracle);
      if (memory[PENDING] == 1) {
        learnPending(memory, point, gradient, oracle);
      }
      if (search(point, gradient, oracle)) {
        return null;
      }
      if (memory[PAIRS] > 0 && point.isHopeless(path.promise(point))) {
        return Stall.STEP;
      }
      level &= path.isLevel();
    } while (oracle.refine(point));
    if (memory[PAIRS] > 0) {
      memory[PAIRS] = 0;
      if (search(point, inUnit(memory, point, oracle), oracle)) {
        return null;
      }
    }
    return level && path.isLevel() ? Stall.FLOOR : Stall.STEP;
  }

  /** Returns the gradient in the memory's unit, which it sets first if need be. */
  private static double[] inUnit(double[] memory, Point point, Oracle oracle) {
    double[] gradient = point.gradient();
    double largest = PowerOfTwo.largest(gradient, 0, gradient.length);
    if (memory[UNIT] == 0 || PowerOfTwo.isFarFromOne(largest * memory[UNIT])) {
      memory[UNIT] = PowerOfTwo.toOne(largest);
      memory[PENDING] = 0;
      memory[PAIRS] = 0;
    }
    double[] scaled = oracle.workspace().trial();
    for (int i = 0; i < gradient.length; i++) {
      scaled[i] = gradient[i] * memory[UNIT];
    }
    return scaled;
  }

  private boolean search(Point point, double[] gradient, Oracle oracle) {
    ProjectedLineSearch path = oracle.workspace().path();
    double[] memory = point.memory();
    boolean informed = memory[PAIRS] > 0;
    boolean limited = informed && path.seesGradients(point);
    double farthest = limited && memory[REACH] > 0 ? memory[REACH] : LONGEST_STEP;
    double first;
    if (informed) {
      direct(memory, gradient, path, oracle.coordinates());
      first = Math.min(1, Math.min(farthest, LONGEST_STEP) / path.longest());
    } else {
      steepest(gradient, path, oracle.coordinates());
      first = FIRST_STEP / path.longest();
    }
    int trials = informed ? INFORMED_TRIALS : ProjectedLineSearch.TRIALS;
    if (point.stage() == Stage.COARSE) {
      trials = COARSE_TRIALS;
    }
    BatchLineSearch batch =
        oracle.isBatch() && !oracle.isFused() ? oracle.workspace().batchSearch() : null;
    boolean found =
        batch == null ? path.search(point, first, trials) : batch.search(point, path, first);
    if (!found) {
      return false;
    }
    if (limited) {
      double gone = path.length() * path.longest();
      memory[REACH] = path.length() < first ? gone : Math.max(memory[REACH], GROWTH * gone);
    }
    int dimension = gradient.length;
    Coordinates.copy(point.position(), 0, memory, SHIFT, dimension);
    Coordinates.copy(gradient, 0, memory, change(dimension), dimension);
    memory[PENDING] = 1;
    memory[EXPECTED] = -path.length() * (path.gain() * memory[UNIT]);
    point.moveTo(path.target(), path.value(), -path.gain());
    path.passGradient(point);
    if (batch != null) {
      batch.foreseen(point);
    }
    return true;
  }

  private static void steepest(
      double[] gradient, ProjectedLineSearch path, WorkingCoordinates scaling) {
    double[] direction = path.direction();
    double[] free = path.mask();
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -free[i] * scaling.share(i) * scaling.share(i) * gradient[i];
    }
  }

  private void learnPending(double[] memory, Point point, double[] gradient, Oracle oracle) {
    memory[PENDING] = 0;
    double[] position = point.position();
    double[] free = oracle.workspace().path().mask();
    int dimension = position.length;
    double product = 0;
    for (int i = 0; i < dimension; i++) {
      double s = free[i] * (position[i] - memory[SHIFT + i]);
      double y = free[i] * (gradient[i] - memory[change(dimension) + i]);
      memory[SHIFT + i] = s;
      memory[change(dimension) + i] = y;
      product += s * y;
    }
    if (isCurved(memory, dimension, product)) {
      learn(memory, oracle.coordinates(), product);
      memory[PAIRS]++;
    }
  }

  /** Tells whether the pair's angle shows a curvature above 0. */
  private static boolean isCurved(double[] memory, int dimension, double product) {
    int change = change(dimension);
    double shiftUnit = PowerOfTwo.toOne(PowerOfTwo.largest(memory, SHIFT, dimension));
    double changeUnit = PowerOfTwo.toOne(PowerOfTwo.largest(memory, change, dimension));
    double shifts = 0;
    double changes = 0;
    for (int i = 0; i < dimension; i++) {
      double s = memory[SHIFT + i] * shiftUnit;
      double y = memory[change + i] * changeUnit;
      shifts += s * s;
      changes += y * y;
    }
    return product * shiftUnit * changeUnit > CAUTION * Math.sqrt(shifts * changes);
  }

  /**
   * The squared length of the pair's change under the first guess of the inverse Hessian, with
   * shares for extents.
   */
  static double changeNorm(double[] memory, WorkingCoordinates scaling) {
    int dimension = scaling.dimension();
    double norm = 0;
    for (int i = 0; i < dimension; i++) {
      double y = memory[change(dimension) + i] * scaling.share(i);
      norm += y * y;
    }
    return norm;
  }
}
