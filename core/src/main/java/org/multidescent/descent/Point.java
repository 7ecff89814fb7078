package org.multidescent.descent;

import java.util.Arrays;
import org.multidescent.evolution.DifferentialEvolution;
import org.multidescent.util.Room;

/**
 * One descent: where it stands and all its rules remember of it.
 *
 * <p>A point has one owner at a time, a worker or the frontier; its fields are plain, and the
 * hand-over through the frontier makes them visible. All positions and lengths are in working
 * coordinates (see {@link WorkingCoordinates}). The arrays returned are the point's own.
 */
public final class Point {

  /** Where the position begins in what {@link #save} returns. */
  public static final int SAVED_POSITION = 13;

  private static final double DISAPPOINTMENT = 0.25;

  /** A gain beside the scale of values that counts for nothing as long as a descent is rough. */
  private static final double NEGLIGIBLE = 1e-16;

  private static final int HELD = 10;
  private static final int LEADS = 11;
  private static final int SUSPECTED = 12;

  private final double[] position;
  private final double[] gradient;
  private double[] memory;
  private final double[] trace;
  private final double[] widths;
  private double value = Double.NaN;
  private double valueScale;
  private double rival;
  private boolean leads;
  private int behind;
  private boolean gradientKnown;
  private boolean noiseSuspected;
  private Stage stage = Stage.FINE;
  private double decrease;
  private double stepLength;
  private double promised;
  private long steps;

  Point(int dimension, int memory, int trace, int widths) {
    this.position = new double[dimension];
    this.gradient = new double[dimension];
    this.memory = new double[memory];
    this.trace = new double[trace];
    this.widths = new double[widths];
  }

  /** Makes this the point of a new descent that begins at {@link #position()}. */
  void begin(double value, double valueScale, double rival, Stage stage) {
    this.value = value;
    this.valueScale = valueScale;
    this.rival = rival;
    leads = value <= rival && stage != Stage.POLISH;
    forget(stage);
    noiseSuspected = false;
    behind = 0;
    steps = 0;
  }

  /** Makes sure that the step rule can remember this much. */
  void reserve(int entries) {
    if (memory.length < entries) {
      memory = Arrays.copyOf(memory, entries);
    }
  }

  /** Goes on from here as a new descent would. */
  void forget(Stage stage) {
    this.stage = stage;
    Arrays.fill(memory, 0);
    Arrays.fill(trace, 0);
    Arrays.fill(widths, 0);
    gradientKnown = false;
    decrease = 0;
    stepLength = 0;
    promised = 0;
  }

  /**
   * Returns all a descent remembers, for a checkpoint.
   *
   * @return numbers from which {@link #restore} makes an equal point
   */
  public double[] save() {
    int dimension = position.length;
    double[] state =
        new double[SAVED_POSITION + 2 * dimension + memory.length + trace.length + widths.length];
    state[0] = value;
    state[1] = valueScale;
    state[2] = gradientKnown ? 1 : 0;
    state[3] = stage.ordinal();
    state[4] = decrease;
    state[5] = stepLength;
    state[6] = steps;
    state[7] = rival;
    state[8] = behind;
    state[9] = promised;
    state[HELD] = memory.length;
    state[LEADS] = leads ? 1 : 0;
    state[SUSPECTED] = noiseSuspected ? 1 : 0;
    int at = SAVED_POSITION;
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
    int held = Math.max(memory.length, state.length <= HELD ? 0 : (int) state[HELD]);
    long length = SAVED_POSITION + 2L * position.length + held + trace.length + widths.length;
    if (state.length != length) {
      throw new IllegalArgumentException(
          "state: " + state.length + " numbers (expected: " + length + ")");
    }
    reserve(held);
    value = state[0];
    valueScale = state[1];
    gradientKnown = state[2] != 0;
    if (!Room.isCount(state[6], Room.MOST)) {
      throw new IllegalArgumentException("steps: " + state[6] + " (expected: a whole number)");
    }
    stage = Stage.at(state[3]);
    decrease = state[4];
    stepLength = state[5];
    steps = (long) state[6];
    rival = state[7];
    behind = (int) state[8];
    promised = state[9];
    leads = state[LEADS] != 0;
    noiseSuspected = state[SUSPECTED] != 0;
    int at = SAVED_POSITION;
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
   * Tells whether differences have seen, since the descent began or went on from a checkpoint, what
   * may be random noise.
   *
   * @return whether the same position may have another value the next time
   */
  public boolean isNoiseSuspected() {
    return noiseSuspected;
  }

  /**
   * Copies a position on the way of a descent on a noisy objective that may be better than where it
   * stands now.
   *
   * @param target receives it, one entry a coordinate
   * @return whether there is one
   */
  public boolean copyAlternative(double[] target) {
    return stage == Stage.NOISY && CmaEs.copyCalmest(memory, target);
  }

  /**
   * Returns what the next step costs of a descent in its first stage of evolution or recombination.
   *
   * @return the offspring of a generation, 2 or more; 0 in any other stage
   */
  public int offspring() {
    return switch (stage) {
      case EVOLUTION -> CmaEs.population(this);
      case RECOMBINATION -> DifferentialEvolution.population(position.length);
      default -> 0;
    };
  }

  /** Says that differences have seen what may be random noise. */
  void suspectNoise() {
    noiseSuspected = true;
  }

  /** Returns how carefully the descent goes. */
  Stage stage() {
    return stage;
  }

  /** Returns what the point lacks of the lowest value known when it began; negative if it leads. */
  double lack() {
    return value - rival;
  }

  /**
   * Tells whether a descent that may be given up does not become the best by a gain; false where no
   * best value is known, or where it is to end at an optimum.
   */
  boolean isHopeless(double gain) {
    return stage.givesUp() && Double.isFinite(rival) && lack() > gain;
  }

  /** Returns in how many steps in a row the point gained less than this share of what it lacks. */
  int behind(double share) {
    behind = decrease < share * lack() ? behind + 1 : 0;
    return behind;
  }

  /**
   * Returns the gain that another trial of a line search has to promise: a change of the value, and
   * one that counts beside the scale of values, or beside the last gain where that is larger, as
   * long as the descent may be given up. Where the value is 0, or nearly, it could change by far
   * less.
   */
  double leastGain() {
    double least = Math.ulp(value);
    return stage.givesUp() ? Math.max(least, NEGLIGIBLE * Math.max(valueScale, decrease)) : least;
  }

  /** Returns whether nothing lower was known when the descent began, until {@link #follow}. */
  boolean leads() {
    return leads;
  }

  /** Makes this a descent like any other. */
  void follow() {
    leads = false;
  }

  /** Goes on in another stage, with all that has been learnt. */
  void enter(Stage next) {
    stage = next;
  }

  /** Goes on more carefully, with all that has been learnt but the stall rule's trace. */
  void refine() {
    stage = Stage.FINE;
    Arrays.fill(trace, 0);
  }

  /**
   * Returns what the step rule remembers; all zero when a descent begins.
   *
   * @return an array of at least the length the rule asked for
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
  public double valueScale() {
    return valueScale;
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
      double move = Math.abs(target[i] - position[i]);
      longest = move > longest ? move : longest;
      position[i] = target[i];
    }
    decrease = value - newValue;
    promised = 0;
    stepLength = longest;
    value = newValue;
    gradientKnown = false;
    steps++;
  }

  /** Completes a step whose gain the gradient foretold, to first order. */
  void moveTo(double[] target, double newValue, double foretold) {
    moveTo(target, newValue);
    promised = foretold;
  }

  /** Returns whether the last step gained much less than the gradient promised. */
  boolean isDisappointed() {
    return decrease < DISAPPOINTMENT * promised;
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
