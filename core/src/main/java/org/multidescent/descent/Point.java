package org.multidescent.descent;

import java.util.Arrays;

/**
 * One descent: where it stands and all its rules remember of it.
 *
 * <p>A point has one owner at a time, a worker or the frontier; its fields are plain, and the
 * hand-over through the frontier makes them visible. All positions and lengths are in working
 * coordinates (see {@link Scaling}). The arrays returned are the point's own.
 */
public final class Point {

  private static final int SAVED = 7;

  private final double[] position;
  private final double[] gradient;
  private final double[] memory;
  private final double[] trace;
  private final double[] widths;
  private double value = Double.NaN;
  private double spread;
  private boolean gradientKnown;
  private boolean coarse;
  private double decrease;
  private double stepLength;
  private long steps;

  Point(int dimension, int memory, int trace, int widths) {
    this.position = new double[dimension];
    this.gradient = new double[dimension];
    this.memory = new double[memory];
    this.trace = new double[trace];
    this.widths = new double[widths];
  }

  /** Makes this the point of a new descent that begins at {@link #position()}. */
  void begin(double value, double spread, boolean coarse) {
    this.value = value;
    this.spread = spread;
    forget(coarse);
    steps = 0;
  }

  /** Goes on from here as a new descent would. */
  void forget(boolean coarse) {
    this.coarse = coarse;
    Arrays.fill(memory, 0);
    Arrays.fill(trace, 0);
    Arrays.fill(widths, 0);
    gradientKnown = false;
    decrease = 0;
    stepLength = 0;
  }

  /**
   * Returns all a descent remembers, for a checkpoint.
   *
   * @return numbers from which {@link #restore} makes an equal point
   */
  public double[] save() {
    int dimension = position.length;
    double[] state =
        new double[SAVED + 2 * dimension + memory.length + trace.length + widths.length];
    state[0] = value;
    state[1] = spread;
    state[2] = gradientKnown ? 1 : 0;
    state[3] = coarse ? 1 : 0;
    state[4] = decrease;
    state[5] = stepLength;
    state[6] = steps;
    int at = SAVED;
    for (double[] part : new double[][] {position, gradient, memory, trace, widths}) {
      System.arraycopy(part, 0, state, at, part.length);
      at += part.length;
    }
    return state;
  }

  /**
   * Takes back what {@link #save} returned.
   *
   * @param state what a point of the same rules remembered
   * @throws IllegalArgumentException if it is of another length
   */
  public void restore(double[] state) {
    int length = SAVED + 2 * position.length + memory.length + trace.length + widths.length;
    if (state.length != length) {
      throw new IllegalArgumentException(
          "state: " + state.length + " numbers (expected: " + length + ")");
    }
    value = state[0];
    spread = state[1];
    gradientKnown = state[2] != 0;
    coarse = state[3] != 0;
    decrease = state[4];
    stepLength = state[5];
    steps = (long) state[6];
    int at = SAVED;
    for (double[] part : new double[][] {position, gradient, memory, trace, widths}) {
      System.arraycopy(state, at, part, 0, part.length);
      at += part.length;
    }
  }

  /**
   * Returns the position; written by {@link #moveTo} only.
   *
   * @return one entry a coordinate
   */
  public double[] position() {
    return position;
  }

  /**
   * Returns the objective's value at the position.
   *
   * @return the value
   */
  public double value() {
    return value;
  }

  /**
   * Returns the gradient last computed, in units of the value per working unit.
   *
   * @return one entry a coordinate; belongs to the position only if {@link #isGradientKnown()}
   */
  public double[] gradient() {
    return gradient;
  }

  /**
   * Tells whether {@link #gradient()} belongs to the position.
   *
   * @return whether the gradient is known
   */
  public boolean isGradientKnown() {
    return gradientKnown;
  }

  /**
   * Says whether {@link #gradient()} belongs to the position.
   *
   * @param known whether it does
   */
  public void gradientKnown(boolean known) {
    gradientKnown = known;
  }

  /**
   * Tells whether the descent is in its coarse first stage.
   *
   * @return whether gradients are taken over a tenth of the box
   */
  public boolean isCoarse() {
    return coarse;
  }

  /**
   * Returns what the step rule remembers; all zero when a descent begins.
   *
   * @return an array of the length the rule asked for
   */
  public double[] memory() {
    return memory;
  }

  /**
   * Returns what the stall rule remembers; all zero when a descent begins.
   *
   * @return an array of the length the rule asked for
   */
  public double[] trace() {
    return trace;
  }

  /**
   * Returns what the finite differences remember; all zero when a descent begins.
   *
   * @return an array of the length they asked for
   */
  public double[] widths() {
    return widths;
  }

  /**
   * Returns how far the objective's values at the search's starts are spread; fixed for a search.
   *
   * @return the spread, in units of the value; 0 if it is not known
   */
  public double spread() {
    return spread;
  }

  /**
   * Completes a step.
   *
   * @param target the new position; copied
   * @param newValue the objective's value there, finite
   */
  public void moveTo(double[] target, double newValue) {
    double longest = 0;
    for (int i = 0; i < position.length; i++) {
      longest = Math.max(longest, Math.abs(target[i] - position[i]));
      position[i] = target[i];
    }
    decrease = value - newValue;
    stepLength = longest;
    value = newValue;
    gradientKnown = false;
    steps++;
  }

  /**
   * Returns what the last step gained.
   *
   * @return the value before the last step less the value after it; 0 before the first
   */
  public double decrease() {
    return decrease;
  }

  /**
   * Returns the length of the last step.
   *
   * @return the largest change of a coordinate; 0 before the first step
   */
  public double stepLength() {
    return stepLength;
  }

  /**
   * Returns how many steps the descent has taken.
   *
   * @return the number of completed steps
   */
  public long steps() {
    return steps;
  }
}
