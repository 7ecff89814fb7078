package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.numerics.PowerOfTwo;
import org.multidescent.util.Require;

/**
 * Adam: a step of about the same length along every coordinate, from running means of the gradient
 * and of its square. The memory holds the bias of both means, the unit of gradients (a power of
 * two) and the means.
 */
record AdamRule(double rate, double beta1, double beta2) implements StepRule {

  /** Where the memory holds 1 - beta1^t and 1 - beta2^t, 0 when a descent begins. */
  private static final int BIAS1 = 0;

  private static final int BIAS2 = 1;
  private static final int UNIT = 2;
  private static final int HEADER = 3;

  AdamRule {
    Require.fraction("beta1", beta1);
    Require.fraction("beta2", beta2);
    Require.that(
        rate > 0 && rate <= 1, "rate", rate, "a fraction of the box, above 0 and at most 1");
  }

  @Override
  public int memory(int dimension) {
    return HEADER + 2 * dimension;
  }

  @Override
  public @Nullable Stall step(Point point, Oracle oracle) {
    ProjectedLineSearch path = oracle.workspace().path();
    Stall stall = path.downhill(point);
    if (stall != null) {
      return stall;
    }
    double[] memory = point.memory();
    double[] gradient = inUnit(memory, point, oracle);
    double[] direction = path.direction();
    int dimension = gradient.length;
    double bias1 = 1 - beta1 * (1 - memory[BIAS1]);
    double bias2 = 1 - beta2 * (1 - memory[BIAS2]);
    for (int i = 0; i < dimension; i++) {
      double mean = mean(memory, gradient, i);
      double square = square(memory, gradient, i);
      double normed = square == 0 ? 0 : mean / bias1 / Math.sqrt(square / bias2);
      direction[i] = -rate * oracle.coordinates().extent(i) * normed;
    }
    if (!path.reach(point)) {
      return Stall.STEP;
    }
    for (int i = 0; i < dimension; i++) {
      double mean = mean(memory, gradient, i);
      double square = square(memory, gradient, i);
      memory[HEADER + i] = mean;
      memory[HEADER + dimension + i] = square;
    }
    memory[BIAS1] = bias1;
    memory[BIAS2] = bias2;
    point.moveTo(path.target(), path.value());
    path.passGradient(point);
    return null;
  }

  /** Returns the gradient in the memory's unit; brings the means to another one if need be. */
  private static double[] inUnit(double[] memory, Point point, Oracle oracle) {
    double[] gradient = point.gradient();
    int dimension = gradient.length;
    double largest = PowerOfTwo.largest(gradient, 0, dimension);
    double square = PowerOfTwo.largest(memory, HEADER + dimension, dimension);
    double unit = memory[UNIT];
    if (unit == 0) {
      memory[UNIT] = PowerOfTwo.toOne(largest);
    } else if (PowerOfTwo.isFarFromOne(Math.max(largest * unit, Math.sqrt(square)))) {
      memory[UNIT] = PowerOfTwo.toOne(Math.max(largest, Math.sqrt(square) / unit));
      int shift = Math.getExponent(memory[UNIT]) - Math.getExponent(unit);
      for (int i = 0; i < dimension; i++) {
        memory[HEADER + i] = Math.scalb(memory[HEADER + i], shift);
        memory[HEADER + dimension + i] = Math.scalb(memory[HEADER + dimension + i], 2 * shift);
      }
    }
    double[] scaled = oracle.workspace().trial();
    for (int i = 0; i < dimension; i++) {
      scaled[i] = gradient[i] * memory[UNIT];
    }
    return scaled;
  }

  private double mean(double[] memory, double[] gradient, int i) {
    return beta1 * memory[HEADER + i] + (1 - beta1) * gradient[i];
  }

  private double square(double[] memory, double[] gradient, int i) {
    return beta2 * memory[HEADER + gradient.length + i] + (1 - beta2) * gradient[i] * gradient[i];
  }
}
