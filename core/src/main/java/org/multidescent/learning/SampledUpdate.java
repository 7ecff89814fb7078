package org.multidescent.learning;

import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.numerics.PowerOfTwo;
import org.multidescent.util.Require;

/**
 * How one sampled gradient moves a position. An immutable value; what it remembers lies in an array
 * it is given.
 */
sealed interface SampledUpdate {

  /** Returns how many numbers it remembers. */
  int memory(int dimension);

  /**
   * Replaces a gradient by the move it makes.
   *
   * @param gradient the gradient, in working coordinates; receives the move
   * @param rate the learning rate of this step
   * @param memory what is remembered, all zero at first
   * @param offset where that begins
   * @param box how long the box is along each coordinate
   */
  void move(double[] gradient, double rate, double[] memory, int offset, WorkingCoordinates box);

  /** Adam (Kingma and Ba 2015), or with the largest mean square so far (Reddi et al. 2018). */
  record Adam(double beta1, double beta2, boolean keepsLargest) implements SampledUpdate {

    private static final int KEPT1 = 0;
    private static final int KEPT2 = 1;
    private static final int UNIT = 2;
    private static final int HEADER = 3;

    public Adam {
      Require.fraction("beta1", beta1);
      Require.fraction("beta2", beta2);
    }

    @Override
    public int memory(int dimension) {
      return HEADER + (keepsLargest ? 3 : 2) * dimension;
    }

    @Override
    public void move(
        double[] gradient, double rate, double[] memory, int offset, WorkingCoordinates box) {
      int dimension = gradient.length;
      int means = offset + HEADER;
      int squares = means + dimension;
      int largest = squares + dimension;
      double bias1 = 1 - beta1 * (1 - memory[offset + KEPT1]);
      double bias2 = 1 - beta2 * (1 - memory[offset + KEPT2]);
      memory[offset + KEPT1] = bias1;
      memory[offset + KEPT2] = bias2;
      if (memory[offset + UNIT] == 0) {
        memory[offset + UNIT] = PowerOfTwo.toOne(PowerOfTwo.largest(gradient, 0, dimension));
      }
      for (int i = 0; i < dimension; i++) {
        double slope = gradient[i] * memory[offset + UNIT];
        double mean = beta1 * memory[means + i] + (1 - beta1) * slope;
        double square = beta2 * memory[squares + i] + (1 - beta2) * slope * slope;
        memory[means + i] = mean;
        memory[squares + i] = square;
        double debiased = square / bias2;
        if (keepsLargest) {
          debiased = Math.max(debiased, memory[largest + i]);
          memory[largest + i] = debiased;
        }
        double normed = debiased == 0 ? 0 : mean / bias1 / Math.sqrt(debiased);
        gradient[i] = -rate * box.extent(i) * normed;
      }
    }
  }

  /** A ball that rolls (Polyak 1964), or looks ahead along its last move (Nesterov 1983). */
  record Momentum(double kept, boolean nesterov) implements SampledUpdate {

    public Momentum {
      Require.fraction("kept", kept);
    }

    @Override
    public int memory(int dimension) {
      return dimension;
    }

    @Override
    public void move(
        double[] gradient, double rate, double[] memory, int offset, WorkingCoordinates box) {
      for (int i = 0; i < gradient.length; i++) {
        double step = -rate * gradient[i];
        double velocity = kept * memory[offset + i] + step;
        memory[offset + i] = velocity;
        gradient[i] = nesterov ? kept * velocity + step : velocity;
      }
    }
  }
}
