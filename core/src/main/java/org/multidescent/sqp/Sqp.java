package org.multidescent.sqp;

import java.util.Arrays;

/**
 * Sequential quadratic programming (Nocedal and Wright, <cite>Numerical Optimization</cite>, 2006,
 * chapter 18; Kraft 1988): a step solves a quadratic model of the Lagrangian under linearised
 * constraints, searches along the solution for a sufficient decrease of an exact penalty function,
 * and corrects the solution to second order where the constraints' curvature forbids the whole of
 * it. Where the linearised constraints contradict each other, they are violated at a price. Bounds
 * hold at every position evaluated.
 *
 * <p>Neither the objective's unit nor a constraint's matters. All that a descent remembers is in
 * its memory, so that it may be suspended after any step and resumed with another object like this,
 * with the same result to the last bit; an exception of the function leaves a memory that can be
 * resumed. Belongs to one thread; a step allocates nothing but, where constraints first contradict
 * each other, the program that violates them.
 *
 * <p>Implementation note. Derivatives that are not known are forward differences until a search
 * finds no decrease, then central ones; in a descent made coarse, wide ones first. Where objective
 * or constraints changed over a step as their derivatives foretold, these are kept: what is linear
 * is differentiated once. Penalties follow the multipliers as in Powell (1978).
 */
public final class Sqp {

  /** What a step did. */
  public enum Outcome {
    /** The descent moved. */
    MOVED,
    /** It did not move, and goes on with better differences or a new model. */
    REFINED,
    /** It ended: the model promises nothing more, and the constraints hold. */
    OPTIMUM,
    /** It ended: the model sees no way to violate the constraints less. */
    INFEASIBLE,
    /** It ended: no step is accepted, however short. */
    STUCK,
    /** It ended: the objective or a constraint is not finite. */
    NOT_FINITE;

    /**
     * Tells whether the descent goes on.
     *
     * @return whether another step may be taken
     */
    public boolean goesOn() {
      return this == MOVED || this == REFINED;
    }
  }

  private static final double PRECISION = 1e-12;
  private static final double SHORTEST = 1e-11;

  /** Contradicting constraints that this share less would be violated at most are given up. */
  private static final double HOPELESS = 1e-3;

  /** A coarse descent that would go no farther than this goes on with fine differences. */
  private static final double COARSE_END = 0.01;

  /** What changes over a step as foretold, but for this share, is linear. */
  private static final double LINEAR = 1e-7;

  /** Tells of a gradient at the position that is not finite. */
  private static final double BROKEN = -1;

  private final ConstrainedFunction function;
  private final SqpMemory layout;
  private final double tolerance;
  private final ConstraintDifferences differences;
  private final LagrangianHessian hessian;
  private final Subproblem model;
  private final MeritSearch search;

  /**
   * Creates the rule for one function and thread.
   *
   * @param function the function
   * @param tolerance the largest violation of a constraint that counts as none, 0 or more
   */
  public Sqp(ConstrainedFunction function, double tolerance) {
    this.function = function;
    this.layout = new SqpMemory(function);
    this.tolerance = tolerance;
    this.differences = new ConstraintDifferences(function, layout);
    this.hessian = new LagrangianHessian(layout);
    this.model = new Subproblem(function, layout);
    this.search = new MeritSearch(function, layout, model, SHORTEST / 10);
  }

  /**
   * Returns how much a descent must remember.
   *
   * @return the least length of its memory
   */
  public int memory() {
    return layout.size;
  }

  /**
   * Begins a descent.
   *
   * @param memory what it will remember
   * @param start where it begins
   * @param value the objective's value there
   * @param constraints the constraints there
   */
  public void begin(double[] memory, double[] start, double value, double[] constraints) {
    Arrays.fill(memory, 0, layout.size, 0);
    memory[SqpMemory.VALUE] = value;
    System.arraycopy(start, 0, memory, layout.position, layout.n);
    System.arraycopy(constraints, 0, memory, layout.constraints, layout.m);
  }

  /**
   * Says where a descent stands, which is where its last step has led.
   *
   * @param memory a descent's
   * @param position its position
   */
  public void place(double[] memory, double[] position) {
    System.arraycopy(position, 0, memory, layout.position, layout.n);
  }

  /**
   * Has a descent that was just begun take differences over a fifth of the unit of length at first,
   * which see the bowl below ripples; once that leads no farther it goes on as any other. Of no
   * effect where the gradient is known.
   *
   * @param memory what it will remember
   */
  public void makeCoarse(double[] memory) {
    if (!function.hasGradient()) {
      memory[SqpMemory.REACH] = SqpMemory.COARSE;
    }
  }

  /**
   * Takes one step.
   *
   * @param memory a descent's
   * @return what it did
   */
  public Outcome step(double[] memory) {
    if (!layout.isFinite(memory[SqpMemory.VALUE], memory, layout.constraints)
        || memory[SqpMemory.GRADIENT_KNOWN] == BROKEN
        || !differences.differentiate(memory)) {
      return Outcome.NOT_FINITE;
    }
    hessian.learn(memory);
    boolean isElastic = model.solve(memory);
    double penalty = model.penalty(memory, layout.constraints);
    double expected = model.slope() + model.penaltyLeft() - penalty;
    boolean isHopeless = isElastic && -expected <= HOPELESS * penalty;
    if (isCoarse(memory) && (isHopeless || model.longest() < COARSE_END)) {
      takeForward(memory);
      return Outcome.REFINED;
    }
    if (isHopeless) {
      return Outcome.INFEASIBLE;
    }
    if (model.longest() < SHORTEST || (!isElastic && isExhausted(memory))) {
      return violation(memory) <= tolerance ? Outcome.OPTIMUM : Outcome.INFEASIBLE;
    }
    boolean moves = expected < 0 && search.search(memory, expected);
    System.arraycopy(model.penalties(), 0, memory, layout.penalties, layout.m);
    memory[SqpMemory.ELASTIC] = isElastic ? memory[SqpMemory.ELASTIC] + 1 : 0;
    if (moves) {
      move(memory);
      return Outcome.MOVED;
    }
    return refine(memory) ? Outcome.REFINED : Outcome.STUCK;
  }

  /** Tells whether neither the objective nor the constraints change the Lagrangian any more. */
  private boolean isExhausted(double[] memory) {
    double sum = Math.abs(model.slope());
    for (int j = 0; j < layout.m; j++) {
      double violation = layout.violation(j, memory[layout.constraints + j]);
      sum += Math.abs(model.multipliers()[j]) * violation;
    }
    return sum <= PRECISION * Math.abs(memory[SqpMemory.VALUE]);
  }

  private static boolean isCoarse(double[] memory) {
    return memory[SqpMemory.REACH] == SqpMemory.COARSE;
  }

  /** Ends the coarse part of a descent: its model is none of the objective. */
  private void takeForward(double[] memory) {
    memory[SqpMemory.REACH] = SqpMemory.FORWARD;
    memory[SqpMemory.GRADIENT_KNOWN] = 0;
    memory[SqpMemory.JACOBIAN_KNOWN] = 0;
    memory[SqpMemory.UPDATES] = 0;
    memory[SqpMemory.STEPPED] = 0;
  }

  private boolean refine(double[] memory) {
    if (isCoarse(memory)) {
      takeForward(memory);
      return true;
    }
    if (memory[SqpMemory.REACH] == SqpMemory.FORWARD && !differences.areExact()) {
      memory[SqpMemory.REACH] = SqpMemory.CENTRAL;
      memory[SqpMemory.GRADIENT_KNOWN] = 0;
      memory[SqpMemory.JACOBIAN_KNOWN] = 0;
      return true;
    }
    if (memory[SqpMemory.UPDATES] > 1) {
      hessian.reset(memory);
      return true;
    }
    return false;
  }

  private void move(double[] memory) {
    hessian.remember(memory, model.multipliers());
    boolean linear = isAsForetold(memory, layout.gradient, search.value(), SqpMemory.VALUE);
    memory[SqpMemory.GRADIENT_KNOWN] = linear ? 1 : 0;
    linear = true;
    for (int j = 0; j < layout.m; j++) {
      double reached = search.constraints()[j];
      int row = layout.jacobian + j * layout.n;
      linear &= isAsForetold(memory, row, reached, layout.constraints + j);
    }
    memory[SqpMemory.JACOBIAN_KNOWN] = linear ? 1 : 0;
    System.arraycopy(search.position(), 0, memory, layout.position, layout.n);
    System.arraycopy(search.constraints(), 0, memory, layout.constraints, layout.m);
    memory[SqpMemory.VALUE] = search.value();
    if (function.isFused() && !differences.differentiate(memory)) {
      memory[SqpMemory.GRADIENT_KNOWN] = BROKEN;
    }
  }

  /** Tells whether a function came to a value as its derivatives say. */
  private boolean isAsForetold(double[] memory, int derivatives, double reached, int before) {
    double sum = memory[before] - reached;
    double size = 0;
    for (int i = 0; i < layout.n; i++) {
      double move = search.position()[i] - memory[layout.position + i];
      double term = memory[derivatives + i] * move;
      sum += term;
      size += Math.abs(term);
    }
    return Math.abs(sum) <= LINEAR * size;
  }

  /**
   * Returns the objective's value.
   *
   * @param memory a descent's
   * @return its value at the position
   */
  public double value(double[] memory) {
    return memory[SqpMemory.VALUE];
  }

  /**
   * Returns the largest violation of a constraint.
   *
   * @param memory a descent's
   * @return the largest violation at the position; 0 if there is none
   */
  public double violation(double[] memory) {
    double largest = 0;
    for (int j = 0; j < layout.m; j++) {
      largest = Math.max(largest, layout.violation(j, memory[layout.constraints + j]));
    }
    return largest;
  }

  /**
   * Returns the sum of the violations of all constraints.
   *
   * @param memory a descent's
   * @return the sum at the position; 0 if each is satisfied within the tolerance
   */
  public double sumOfViolations(double[] memory) {
    if (violation(memory) <= tolerance) {
      return 0;
    }
    double sum = 0;
    for (int j = 0; j < layout.m; j++) {
      sum += layout.violation(j, memory[layout.constraints + j]);
    }
    return sum;
  }

  /**
   * Copies the position of a descent.
   *
   * @param memory a descent's
   * @param position receives it
   */
  public void position(double[] memory, double[] position) {
    System.arraycopy(memory, layout.position, position, 0, layout.n);
  }

  /**
   * Computes the multipliers at the position of a descent, by central differences of what has no
   * known derivatives: what a constraint's relaxation by one unit lowers the objective by, at an
   * optimum.
   *
   * @param memory a descent's
   * @param multipliers receives one a constraint, 0 or more for an inequality
   */
  public void measureMultipliers(double[] memory, double[] multipliers) {
    memory[SqpMemory.REACH] = SqpMemory.CENTRAL;
    memory[SqpMemory.GRADIENT_KNOWN] = 0;
    memory[SqpMemory.JACOBIAN_KNOWN] = 0;
    differences.differentiate(memory);
    hessian.reset(memory);
    model.solve(memory);
    System.arraycopy(model.multipliers(), 0, multipliers, 0, layout.m);
  }
}
