package org.multidescent.descent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.numerics.HouseholderQr;
import org.multidescent.problem.Loss;
import org.multidescent.util.Room;

/**
 * A Levenberg-Marquardt step on bounds, for sums of squares.
 *
 * <p>The step minimises the linear model of the residuals, damped in the metric of the largest
 * columns the Jacobian has had (More 1978); the damping follows the share of the promised decrease
 * that came true (Nielsen 1999). Coordinates at a bound that the gradient presses against are held;
 * one that the step would carry over a bound is put onto it, and the others are solved for again.
 * Robust losses enter the model as weights, renewed at each step (iteratively reweighted least
 * squares; with second derivatives, as Triggs et al. propose, steps are fewer near the minimum, but
 * many more far from it). A step costs one evaluation for each trial, and one Jacobian: an analytic
 * one, or one evaluation a coordinate, two once forward differences have failed.
 *
 * <p>Implementation note. The memory holds the numbers named below, the scale of each coordinate,
 * and the residuals at the position. A trial that fails raises the damping in the memory, so that a
 * step that is cut short begins again from the damping it had; its Jacobian it computes again.
 */
record LevenbergMarquardt(int count, Loss loss) implements StepRule {

  private static final int DAMPING = 0;
  private static final int RAISE = 1;
  private static final int RESIDUALS_KNOWN = 2;
  private static final int NOISE = 3;
  private static final int CENTRAL = 4;
  private static final int LOOK = 5;
  private static final int VALUE_THEN = 6;
  private static final int SCALE = 7;

  private static final double FIRST_DAMPING = 1e-2;
  private static final double POLISH_DAMPING = 1e-12;
  private static final double LARGEST_DAMPING = 1e16;
  private static final double LEAST_SHARE = 1e-4;
  private static final double FASTEST_FALL = 1.0 / 3;
  private static final int FIRST_LOOK = 8;
  private static final double WINDOWS = 1.5;
  private static final double SLOW = 1e-4;

  @Override
  public int memory(int dimension) {
    return Room.ofPoint("levenberg-marquardt", (long) SCALE + dimension + count, dimension);
  }

  @Override
  public boolean isLeastSquares() {
    return true;
  }

  @Override
  public @Nullable Stall step(Point point, Oracle oracle) {
    double[] memory = point.memory();
    if (!Double.isFinite(point.value()) || !knowsResiduals(point, oracle)) {
      return Stall.NOT_FINITE;
    }
    if (isSlow(point)) {
      return Stall.VALUE;
    }
    do {
      Stall stall = linearise(point, oracle);
      if (stall == Stall.GRADIENT && refine(point, oracle)) {
        continue;
      }
      if (stall != null) {
        return stall;
      }
      if (search(point, oracle)) {
        return null;
      }
    } while (refine(point, oracle));
    return Stall.STEP;
  }

  /**
   * Tells whether the last third of all steps has gained next to nothing. Where a model has a pole,
   * or no minimum, steps gain ever less and do not end, while other descents wait.
   */
  private static boolean isSlow(Point point) {
    double[] memory = point.memory();
    boolean first = memory[LOOK] == 0;
    if (!first && point.steps() < memory[LOOK]) {
      return false;
    }
    boolean slow = !first && memory[VALUE_THEN] - point.value() < SLOW * point.value();
    memory[LOOK] = first ? point.steps() + FIRST_LOOK : WINDOWS * memory[LOOK];
    memory[VALUE_THEN] = point.value();
    return slow;
  }

  /** Makes sure that the residuals at the position are in the memory. */
  private boolean knowsResiduals(Point point, Oracle oracle) {
    double[] memory = point.memory();
    if (memory[RESIDUALS_KNOWN] == 0) {
      double[] residuals = oracle.workspace().leastSquares(count).residuals;
      if (!Double.isFinite(oracle.residuals(point.position(), residuals))) {
        return false;
      }
      System.arraycopy(residuals, 0, memory, residuals(point), count);
      boolean polish = point.stage() == Stage.POLISH;
      memory[DAMPING] = polish ? POLISH_DAMPING : FIRST_DAMPING;
      memory[RAISE] = 2;
      memory[NOISE] = Math.ulp(1.0);
      memory[CENTRAL] = polish ? 1 : 0;
      memory[RESIDUALS_KNOWN] = 1;
    }
    return true;
  }

  /** Computes Jacobian, gradient and scales, and returns why no step can be taken, if none can. */
  private @Nullable Stall linearise(Point point, Oracle oracle) {
    double[] memory = point.memory();
    Scratch scratch = oracle.workspace().leastSquares(count);
    if (!oracle.isDifferentiable()) {
      double[] residuals = Arrays.copyOfRange(memory, residuals(point), residuals(point) + count);
      ResidualDifferences.jacobian(
          point.position(), oracle, residuals, scratch, memory[NOISE], memory[CENTRAL] == 1);
    } else if (oracle.analyticJacobian(point.position(), scratch.raw)) {
      transpose(point, oracle, scratch);
    } else {
      return Stall.NOT_FINITE;
    }
    double[] gradient = point.gradient();
    boolean flat = point.value() != 0;
    for (int j = 0; j < gradient.length; j++) {
      int column = j * count;
      double slope = 0;
      double square = 0;
      for (int i = 0; i < count; i++) {
        double residual = memory[residuals(point) + i];
        double derivative = scratch.jacobian[column + i];
        slope += loss.weight(residual) * residual * derivative;
        square += loss.weight(residual) * derivative * derivative;
      }
      gradient[j] = slope;
      memory[SCALE + j] = Math.max(memory[SCALE + j], Math.sqrt(square));
      flat &= square == 0;
    }
    point.gradientKnown(true);
    return oracle.workspace().path().free(point) ? null : flat ? Stall.PLATEAU : Stall.GRADIENT;
  }

  private void transpose(Point point, Oracle oracle, Scratch scratch) {
    int dimension = oracle.dimension();
    for (int j = 0; j < dimension; j++) {
      double unit = oracle.coordinates().slope(j, point.position()[j]);
      for (int i = 0; i < count; i++) {
        scratch.jacobian[j * count + i] = scratch.raw[i * dimension + j] * unit;
      }
    }
  }

  /** Raises the damping until a trial is low enough; false if none is. */
  private boolean search(Point point, Oracle oracle) {
    double[] memory = point.memory();
    double[] target = oracle.workspace().path().target();
    Scratch scratch = oracle.workspace().leastSquares(count);
    while (memory[DAMPING] < LARGEST_DAMPING) {
      double promised = propose(point, oracle, scratch);
      if (!(promised > Math.ulp(point.value()) / 2)) {
        return false;
      }
      boolean moves = false;
      for (int j = 0; j < target.length; j++) {
        target[j] = oracle.coordinates().clamp(j, point.position()[j] + scratch.move[j]);
        moves |= target[j] != point.position()[j];
      }
      if (!moves) {
        return false;
      }
      double value = oracle.residuals(target, scratch.residuals);
      double share = (point.value() - value) / promised;
      if (share > LEAST_SHARE && Double.isFinite(value)) {
        double fall = 1 - Math.pow(2 * share - 1, 3);
        memory[DAMPING] *= Math.max(FASTEST_FALL, fall);
        memory[RAISE] = 2;
        System.arraycopy(scratch.residuals, 0, memory, residuals(point), count);
        point.moveTo(target, value, promised);
        return true;
      }
      memory[DAMPING] *= memory[RAISE];
      memory[RAISE] *= 2;
    }
    return false;
  }

  /**
   * Solves the damped model on the bounds.
   *
   * @return the decrease the model promises for {@link Scratch#move}
   */
  private double propose(Point point, Oracle oracle, Scratch scratch) {
    double[] active = oracle.workspace().path().direction();
    System.arraycopy(oracle.workspace().path().mask(), 0, active, 0, active.length);
    Arrays.fill(scratch.move, 0);
    boolean cut = true;
    for (int pass = 0; cut && pass <= active.length; pass++) {
      solve(point, active, scratch);
      cut = false;
      for (int j = 0; j < active.length; j++) {
        double here = point.position()[j];
        double there = oracle.coordinates().clamp(j, here + scratch.move[j]);
        if (active[j] != 0 && there != here + scratch.move[j]) {
          scratch.move[j] = there - here;
          active[j] = 0;
          cut = true;
        }
      }
    }
    return decrease(point, scratch);
  }

  /** Solves for the moves of the active coordinates, given those of the others. */
  private void solve(Point point, double[] active, Scratch scratch) {
    double[] memory = point.memory();
    int columns = 0;
    for (double one : active) {
      columns += one != 0 ? 1 : 0;
    }
    int rows = count + columns;
    Arrays.fill(scratch.matrix, 0, rows * columns, 0);
    model(point, active, scratch);
    int k = 0;
    for (int j = 0; j < active.length; j++) {
      if (active[j] == 0) {
        continue;
      }
      double scale = memory[SCALE + j];
      scratch.matrix[k * rows + count + k] = Math.sqrt(memory[DAMPING]) * (scale == 0 ? 1 : scale);
      for (int i = 0; i < count; i++) {
        double root = Math.sqrt(loss.weight(memory[residuals(point) + i]));
        scratch.matrix[k * rows + i] = root * scratch.jacobian[j * count + i];
      }
      k++;
    }
    HouseholderQr.solve(scratch.matrix, rows, columns, scratch.rightSide, scratch.solution);
    k = 0;
    for (int j = 0; j < active.length; j++) {
      if (active[j] != 0) {
        scratch.move[j] = scratch.solution[k++];
      }
    }
  }

  /** Writes minus the modelled residuals after the moves of the coordinates that are not active. */
  private void model(Point point, double[] active, Scratch scratch) {
    double[] memory = point.memory();
    Arrays.fill(scratch.rightSide, 0);
    for (int i = 0; i < count; i++) {
      double residual = memory[residuals(point) + i];
      double root = Math.sqrt(loss.weight(residual));
      double sum = root * residual;
      for (int j = 0; j < active.length; j++) {
        if (active[j] == 0 && scratch.move[j] != 0) {
          sum += root * scratch.jacobian[j * count + i] * scratch.move[j];
        }
      }
      scratch.rightSide[i] = -sum;
    }
  }

  private double decrease(Point point, Scratch scratch) {
    double[] memory = point.memory();
    double decrease = 0;
    for (int i = 0; i < count; i++) {
      double residual = memory[residuals(point) + i];
      double root = Math.sqrt(loss.weight(residual));
      double change = 0;
      for (int j = 0; j < scratch.move.length; j++) {
        change += scratch.jacobian[j * count + i] * scratch.move[j];
      }
      double force = loss.weight(residual) * residual;
      decrease -= change * (force + 0.5 * root * root * change);
    }
    return decrease;
  }

  /** Asks for a Jacobian that is more exact; false if there is none. */
  @Override
  public boolean refine(Point point, Oracle oracle) {
    double[] memory = point.memory();
    if (oracle.isDifferentiable() || memory[CENTRAL] == 1) {
      return false;
    }
    double noise = NoiseEstimator.measure(point, oracle, oracle.workspace().ahead());
    memory[NOISE] = Math.max(memory[NOISE], 0.5 * noise / Math.abs(point.value()));
    memory[CENTRAL] = 1;
    memory[DAMPING] = FIRST_DAMPING;
    memory[RAISE] = 2;
    point.gradientKnown(false);
    return true;
  }

  private static int residuals(Point point) {
    return SCALE + point.position().length;
  }

  /** What a step computes with; belongs to one thread. */
  static final class Scratch {

    /** The residuals at the position tried. */
    final double[] residuals;

    /** The Jacobian in working coordinates, column by column. */
    final double[] jacobian;

    /**
     * What it is made of: its rows by the problem's coordinates, or the residuals of neighbours.
     */
    final double[] raw;

    /** The damped, linear problem: residuals, then one row a coordinate. */
    final double[] matrix;

    final double[] rightSide;
    final double[] solution;
    final double[] move;

    Scratch(int residuals, int dimension) {
      this.residuals = new double[residuals];
      this.jacobian = new double[residuals * dimension];
      this.raw = new double[residuals * dimension];
      this.matrix = new double[(residuals + dimension) * dimension];
      this.rightSide = new double[residuals + dimension];
      this.solution = new double[dimension];
      this.move = new double[dimension];
    }
  }
}
