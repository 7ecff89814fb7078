package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.util.Coordinates;
import org.multidescent.util.Room;

/**
 * The spectral projected gradient: a gradient step of Barzilai and Borwein's length, projected, and
 * a search that accepts what lies below the worst of the last values.
 *
 * <p>Lengths are measured in shares of the box's widest extent. The memory holds a flag (a step has
 * been taken), the spectral length, a ring of values with its count, and the position and the
 * gradient of the last step.
 */
final class SpectralRule implements StepRule {

  private static final int PENDING = 0;
  private static final int LENGTH = 1;
  private static final int SEEN = 2;
  private static final int VALUES = 3;
  private static final int WINDOW = 10;
  private static final int POSITION = VALUES + WINDOW;

  private static final double ARMIJO = 1e-4;
  private static final double FIRST_STEP = 0.1;
  private static final double LONGEST_STEP = 1;
  private static final int TRIALS = 40;

  @Override
  public int memory(int dimension) {
    return POSITION + 2 * dimension;
  }

  @Override
  public boolean accepts(double[] memory, int dimension) {
    return Room.isCount(memory[SEEN], Room.MOST);
  }

  @Override
  public @Nullable Stall step(Point point, Oracle oracle) {
    do {
      Stall stall = oracle.workspace().path().downhill(point);
      if (stall != null) {
        return stall;
      }
      measure(point, oracle);
      if (search(point, oracle)) {
        return null;
      }
    } while (oracle.refine(point));
    return Stall.STEP;
  }

  /** Sets the spectral length from the last step, or from the box if there is none. */
  private static void measure(Point point, Oracle oracle) {
    double[] memory = point.memory();
    double[] position = point.position();
    double[] gradient = point.gradient();
    double[] free = oracle.workspace().path().mask();
    double steepest = 0;
    double norm = 0;
    double product = 0;
    for (int i = 0; i < position.length; i++) {
      double extent = oracle.coordinates().share(i);
      if (extent > 0) {
        steepest =
            Math.max(
                steepest, oracle.workspace().path().mask()[i] * Math.abs(gradient[i]) * extent);
        double s = (position[i] - memory[POSITION + i]) / oracle.coordinates().whole();
        norm += s * s / (extent * extent);
        product += s * (gradient[i] - memory[POSITION + position.length + i]);
      }
    }
    if (memory[SEEN] == 0) {
      memory[VALUES] = point.value();
      memory[SEEN] = 1;
    }
    double longest = LONGEST_STEP / steepest;
    if (memory[PENDING] == 1) {
      memory[PENDING] = 0;
      memory[LENGTH] = product > 0 ? norm / product : longest;
    } else if (memory[LENGTH] == 0) {
      memory[LENGTH] = FIRST_STEP / steepest;
    }
    memory[LENGTH] = Math.min(memory[LENGTH], longest);
  }

  private static boolean search(Point point, Oracle oracle) {
    double[] memory = point.memory();
    double[] position = point.position();
    double[] gradient = point.gradient();
    double[] direction = oracle.workspace().path().direction();
    double[] trial = oracle.workspace().trial();
    double slope = 0;
    for (int i = 0; i < position.length; i++) {
      double extent = oracle.coordinates().share(i);
      double move = memory[LENGTH] * extent * extent * gradient[i];
      direction[i] =
          oracle.coordinates().clamp(i, position[i] - move * oracle.coordinates().whole())
              - position[i];
      slope += gradient[i] * direction[i];
    }
    double worst = worst(memory);
    double length = 1;
    for (int k = 0; k < TRIALS; k++) {
      boolean moved = false;
      for (int i = 0; i < position.length; i++) {
        trial[i] = oracle.coordinates().clamp(i, position[i] + length * direction[i]);
        moved |= trial[i] != position[i];
      }
      double gain = length * slope;
      if (!moved || !(gain < 0) || (k > 0 && -gain < Math.ulp(point.value()))) {
        return false;
      }
      double value = oracle.value(trial);
      if (Double.isFinite(value) && value <= worst + ARMIJO * gain) {
        accept(point, oracle, value);
        return true;
      }
      double shorter = -gain / (2 * (value - point.value() - gain));
      length *= shorter > 0.1 ? Math.min(shorter, 0.5) : 0.1;
    }
    return false;
  }

  private static double worst(double[] memory) {
    double worst = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < Math.min(memory[SEEN], WINDOW); k++) {
      worst = Math.max(worst, memory[VALUES + k]);
    }
    return worst;
  }

  private static void accept(Point point, Oracle oracle, double value) {
    double[] memory = point.memory();
    int dimension = oracle.dimension();
    Coordinates.copy(point.position(), 0, memory, POSITION, dimension);
    Coordinates.copy(point.gradient(), 0, memory, POSITION + dimension, dimension);
    memory[VALUES + (int) (memory[SEEN] % WINDOW)] = value;
    memory[SEEN]++;
    memory[PENDING] = 1;
    point.moveTo(oracle.workspace().trial(), value);
  }
}
