package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.util.Coordinates;

/**
 * A projected quasi-Newton step: a direction from a model of the curvature, in the coordinates that
 * the walls leave free, and a search along its projection onto the walls.
 *
 * <p>Implementation note. The memory begins with {@link #PENDING} (whether the last step's pair of
 * differences is still to be learnt), {@link #PAIRS} (how many pairs the model has learnt) and
 * {@link #EXPECTED} (the curvature the model expected along the last step, times its squared
 * length); then come the position and the gradient before the last step (once learnt, the
 * differences of both); a subclass's model follows at {@link #model}. A coordinate is held if a
 * wall is reached and the gradient points out. Pairs are learnt when the next gradient is known,
 * without evaluations, so that a step that the end of the search interrupts is simply taken again.
 * The first guess of the inverse Hessian is the squared extent of the box.
 */
abstract class QuasiNewtonRule implements StepRule {

  static final int PENDING = 0;
  static final int PAIRS = 1;
  static final int EXPECTED = 2;

  /** Where the differences of the positions begin. */
  static final int SHIFT = 3;

  private static final double FIRST_STEP = 0.1;
  private static final double LONGEST_STEP = 0.3;
  private static final int INFORMED_TRIALS = 12;
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

  /** Computes the direction in the free coordinates from a model of at least one pair. */
  abstract void direct(
      double[] memory, double[] gradient, ProjectedLineSearch path, WorkingCoordinates scaling);

  @Override
  public final @Nullable Stall step(Point point, Oracle oracle) {
    ProjectedLineSearch path = oracle.workspace().path();
    double[] memory = point.memory();
    do {
      Stall stall = path.downhill(point);
      if (stall == Stall.GRADIENT && oracle.refine(point)) {
        continue;
      }
      if (stall != null) {
        return stall;
      }
      if (memory[PENDING] == 1) {
        learnPending(memory, point, oracle);
      }
      if (search(point, oracle)) {
        return null;
      }
    } while (oracle.refine(point));
    if (memory[PAIRS] > 0) {
      memory[PAIRS] = 0;
      if (search(point, oracle)) {
        return null;
      }
    }
    return Stall.STEP;
  }

  private boolean search(Point point, Oracle oracle) {
    ProjectedLineSearch path = oracle.workspace().path();
    double[] memory = point.memory();
    double[] gradient = point.gradient();
    double first;
    if (memory[PAIRS] > 0) {
      direct(memory, gradient, path, oracle.coordinates());
      first = Math.min(1, LONGEST_STEP / path.longest());
    } else {
      steepest(gradient, path, oracle.coordinates());
      first = FIRST_STEP / path.longest();
    }
    boolean informed = memory[PAIRS] > 0;
    if (!path.search(point, first, informed ? INFORMED_TRIALS : ProjectedLineSearch.TRIALS)) {
      return false;
    }
    int dimension = gradient.length;
    Coordinates.copy(point.position(), 0, memory, SHIFT, dimension);
    Coordinates.copy(gradient, 0, memory, change(dimension), dimension);
    memory[PENDING] = 1;
    memory[EXPECTED] = -path.length() * path.gain();
    point.moveTo(path.target(), path.value(), -path.gain());
    return true;
  }

  private static void steepest(
      double[] gradient, ProjectedLineSearch path, WorkingCoordinates scaling) {
    double[] direction = path.direction();
    double[] free = path.mask();
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -free[i] * scaling.extent(i) * scaling.extent(i) * gradient[i];
    }
  }

  private void learnPending(double[] memory, Point point, Oracle oracle) {
    memory[PENDING] = 0;
    double[] position = point.position();
    double[] gradient = point.gradient();
    double[] free = oracle.workspace().path().mask();
    int dimension = position.length;
    double product = 0;
    double shifts = 0;
    double changes = 0;
    for (int i = 0; i < dimension; i++) {
      double s = free[i] * (position[i] - memory[SHIFT + i]);
      double y = free[i] * (gradient[i] - memory[change(dimension) + i]);
      memory[SHIFT + i] = s;
      memory[change(dimension) + i] = y;
      product += s * y;
      shifts += s * s;
      changes += y * y;
    }
    if (product > CAUTION * Math.sqrt(shifts * changes)) {
      learn(memory, oracle.coordinates(), product);
      memory[PAIRS]++;
    }
  }

  /** The squared length of the pair's change under the first guess of the inverse Hessian. */
  static double changeNorm(double[] memory, WorkingCoordinates scaling) {
    int dimension = scaling.dimension();
    double norm = 0;
    for (int i = 0; i < dimension; i++) {
      double y = memory[change(dimension) + i] * scaling.extent(i);
      norm += y * y;
    }
    return norm;
  }
}
