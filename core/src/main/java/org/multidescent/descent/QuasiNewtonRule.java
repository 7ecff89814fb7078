package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/**
 * A projected quasi-Newton step: a direction from a model of the curvature, in the coordinates that
 * the walls leave free, and a backtracking search along its projection onto the walls.
 *
 * <p>Implementation note. The memory begins with {@link #PENDING} (whether the last step's pair of
 * differences is still to be learnt), {@link #PAIRS} (how many pairs the model holds) and {@link
 * #SCALED} (whether the metric is set and knows the curvature), then holds the position and the
 * gradient of the last step (or, once learnt, the differences of both), and the metric, a diagonal
 * first guess of the inverse Hessian; a subclass's model follows at {@link #model}. A coordinate is
 * held if a wall is reached and the gradient points out. Pairs are learnt when the next gradient is
 * known, without evaluations, so that a step cut short by a {@link Halt} is simply taken again.
 */
abstract class QuasiNewtonRule implements StepRule {

  static final int PENDING = 0;
  static final int PAIRS = 1;
  static final int SCALED = 2;
  private static final int HEADER = 4;

  private static final double FIRST_STEP = 0.1;
  private static final double LONGEST_STEP = 0.3;
  private static final double CAUTION = 1e-10;

  /** Where the differences of the positions begin. */
  static int shift() {
    return HEADER;
  }

  /** Where the differences of the gradients begin. */
  static int change(int dimension) {
    return HEADER + dimension;
  }

  /** Where the diagonal metric begins. */
  static int metric(int dimension) {
    return HEADER + 2 * dimension;
  }

  /** Where a subclass's model begins. */
  static int model(int dimension) {
    return HEADER + 3 * dimension;
  }

  /** Learns the pair at {@link #shift} and {@link #change}; {@code product} is their product. */
  abstract void learn(double[] memory, int dimension, double product);

  /** Computes the direction in the free coordinates. */
  abstract void direct(double[] memory, double[] gradient, double[] free, double[] direction);

  @Override
  public final @Nullable Stall step(Point point, Oracle oracle) {
    if (!Double.isFinite(point.value())) {
      return Stall.BROKEN;
    }
    double[] memory = point.memory();
    do {
      Stall stall = oracle.gradient(point);
      if (stall != null) {
        return stall;
      }
      if (!ProjectedPath.free(point, oracle)) {
        return Stall.FLAT;
      }
      learnPending(memory, point, oracle);
      if (search(point, oracle)) {
        return null;
      }
    } while (oracle.refine(point));
    if (memory[PAIRS] > 0) {
      reset(memory, point, oracle);
      if (search(point, oracle)) {
        return null;
      }
    }
    return Stall.SHORT;
  }

  private boolean search(Point point, Oracle oracle) {
    double[] memory = point.memory();
    double[] direction = oracle.direction();
    direct(memory, point.gradient(), oracle.free(), direction);
    double longest = ProjectedPath.longest(direction, oracle);
    boolean informed = memory[PAIRS] > 0 || memory[SCALED] == 2;
    double length = informed ? Math.min(1, LONGEST_STEP / longest) : FIRST_STEP / longest;
    double value = ProjectedPath.search(point, oracle, length);
    if (Double.isNaN(value)) {
      return false;
    }
    int dimension = direction.length;
    System.arraycopy(point.position(), 0, memory, shift(), dimension);
    System.arraycopy(point.gradient(), 0, memory, change(dimension), dimension);
    memory[PENDING] = 1;
    point.moveTo(oracle.trial(), value);
    return true;
  }

  private void learnPending(double[] memory, Point point, Oracle oracle) {
    if (memory[SCALED] == 0) {
      reset(memory, point, oracle);
    }
    if (memory[PENDING] == 0) {
      return;
    }
    memory[PENDING] = 0;
    double[] position = point.position();
    double[] gradient = point.gradient();
    double[] free = oracle.free();
    int dimension = position.length;
    double product = 0;
    double shifts = 0;
    double changes = 0;
    for (int i = 0; i < dimension; i++) {
      double s = free[i] * (position[i] - memory[shift() + i]);
      double y = free[i] * (gradient[i] - memory[change(dimension) + i]);
      memory[shift() + i] = s;
      memory[change(dimension) + i] = y;
      product += s * y;
      shifts += s * s;
      changes += y * y;
    }
    if (product > CAUTION * Math.sqrt(shifts * changes)) {
      learn(memory, dimension, product);
    }
  }

  private static void reset(double[] memory, Point point, Oracle oracle) {
    double[] gradient = point.gradient();
    int dimension = gradient.length;
    memory[PENDING] = 0;
    memory[PAIRS] = 0;
    boolean curved = false;
    for (int i = 0; i < dimension; i++) {
      curved |= oracle.curvature(point, i) != 0;
    }
    memory[SCALED] = curved ? 2 : 1;
    for (int i = 0; i < dimension; i++) {
      double extent = oracle.scaling().extent(i);
      double metric = extent * extent;
      if (curved) {
        double curvature = Math.abs(oracle.curvature(point, i));
        double reach = LONGEST_STEP * extent;
        metric = reach / Math.max(Math.abs(gradient[i]), curvature * reach);
        if (!(metric < Double.MAX_VALUE)) {
          metric = 0;
        }
      }
      memory[metric(dimension) + i] = metric;
    }
  }
}
