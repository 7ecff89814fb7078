package org.multidescent.sqp;

import java.util.Arrays;

/**
 * The dual active-set method of Goldfarb and Idnani (<cite>A numerically stable dual method for
 * solving strictly convex quadratic programs</cite>, 1983): from the unconstrained minimum on, it
 * makes the constraint that is violated most active, and gives up those whose multiplier would turn
 * negative, until none is violated. Belongs to one thread; a solution allocates nothing.
 *
 * <p>Constraints have one number each: the rows, then the lower bounds, then the upper ones.
 */
final class DualActiveSet {

  /** How a solution ended. */
  enum Outcome {
    /** The minimum was found. */
    SOLVED,
    /** No position satisfies all constraints. */
    INFEASIBLE,
    /** The Hessian is not positive definite, or rounding errors keep the method from ending. */
    FAILED
  }

  /** A violation below this share of the terms it is the sum of is rounding. */
  private static final double ROUNDING = 1e-13;

  /** What rounding has left of the farthest position counts as a term, with this factor. */
  private static final double REMAINDER = 0.01;

  /** Constraints that depend on each other may disagree by this share of their terms. */
  private static final double CONTRADICTION = 1e-10;

  private static final int MOST_CHANGES = 20;

  private final QuadraticProgram program;
  private final ActiveFactors factors;
  private final int n;
  private final int m;
  private final double[] solution;
  private final double[] multipliers;
  private final double[] norms;
  private final int[] members;
  private final double[] signs;
  private final double[] forces;
  private final double[] rates;
  private final double[] projected;
  private final double[] direction;
  private final boolean[] isMember;
  private final boolean[] isImplied;
  private int equations;

  private double farthest;
  private double sign;
  private double slack;
  private double terms;

  DualActiveSet(QuadraticProgram program) {
    this.program = program;
    this.n = program.n;
    this.m = program.m;
    this.factors = new ActiveFactors(n);
    this.solution = new double[n];
    this.multipliers = new double[m + 2 * n];
    this.norms = new double[m];
    this.members = new int[n];
    this.signs = new double[n];
    this.forces = new double[n + 1];
    this.rates = new double[n];
    this.projected = new double[n];
    this.direction = new double[n];
    this.isMember = new boolean[m + 2 * n];
    this.isImplied = new boolean[m + 2 * n];
  }

  /** The minimum, if it was found. */
  double[] solution() {
    return solution;
  }

  /**
   * The multipliers of the minimum: what {@code Hd + g} plus each row of A times its multiplier,
   * less those of the lower bounds, plus those of the upper ones, makes zero. Negative only for
   * equations.
   */
  double[] multipliers() {
    return multipliers;
  }

  /** Solves the program as its arrays have it now. */
  Outcome solve() {
    if (!factors.factor(program.hessian)) {
      return Outcome.FAILED;
    }
    begin();
    for (int j = program.inequalities; j < m; j++) {
      if (!enforce(j)) {
        return Outcome.INFEASIBLE;
      }
    }
    equations = factors.active();
    for (int changes = MOST_CHANGES * (m + n + 1); changes > 0; ) {
      int worst = mostViolated();
      if (worst < 0) {
        finish();
        return Outcome.SOLVED;
      }
      changes = activate(worst, changes);
      if (changes < 0) {
        return Outcome.INFEASIBLE;
      }
    }
    return Outcome.FAILED;
  }

  private void begin() {
    factors.unconstrained(program.gradient, solution, projected);
    Arrays.fill(isMember, false);
    Arrays.fill(isImplied, false);
    Arrays.fill(multipliers, 0);
    for (int j = 0; j < m; j++) {
      double sum = 0;
      for (int i = 0, at = j * n; i < n; i++, at++) {
        sum += program.jacobian[at] * program.jacobian[at];
      }
      norms[j] = Math.sqrt(sum);
    }
    equations = 0;
    farthest = 0;
    lookFar();
  }

  private void lookFar() {
    for (double coordinate : solution) {
      farthest = Math.max(farthest, Math.abs(coordinate));
    }
  }

  /** Makes an equation active; returns false if it contradicts the earlier ones. */
  private boolean enforce(int j) {
    measure(j);
    project(j);
    if (!factors.isIndependent(projected)) {
      return -slack <= CONTRADICTION * terms;
    }
    factors.dual(projected, rates);
    forces[factors.active()] = 0;
    advance(fullStep());
    admit(j);
    return true;
  }

  /**
   * Makes a violated inequality active.
   *
   * @return the changes that are left; 0 if there were too few, negative if the program is
   *     infeasible
   */
  private int activate(int j, int changes) {
    forces[factors.active()] = 0;
    for (int left = changes - 1; left > 0; left--) {
      measure(j);
      project(j);
      boolean independent = factors.isIndependent(projected);
      factors.dual(projected, rates);
      int blocking = blocking();
      double most = blocking < 0 ? Double.POSITIVE_INFINITY : forces[blocking] / rates[blocking];
      double full = independent ? fullStep() : Double.POSITIVE_INFINITY;
      if (full <= most) {
        if (Double.isInfinite(full)) {
          isImplied[j] = -slack <= CONTRADICTION * terms;
          return isImplied[j] ? left : -1;
        }
        advance(full);
        admit(j);
        return left;
      }
      if (independent) {
        advance(most);
      } else {
        shift(most);
      }
      dismiss(blocking);
    }
    return 0;
  }

  /** Returns which active inequality's multiplier reaches zero first; -1 if none does. */
  private int blocking() {
    int first = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int k = equations; k < factors.active(); k++) {
      if (rates[k] > 0 && forces[k] / rates[k] < least) {
        least = forces[k] / rates[k];
        first = k;
      }
    }
    return first;
  }

  /** How far the constraint just projected must be followed until it is met. */
  private double fullStep() {
    double gain = 0;
    for (int j = factors.active(); j < n; j++) {
      gain += projected[j] * projected[j];
    }
    return -slack / gain;
  }

  private void advance(double length) {
    factors.primal(projected, direction);
    for (int i = 0; i < n; i++) {
      solution[i] += length * direction[i];
    }
    lookFar();
    shift(length);
  }

  private void shift(double length) {
    int active = factors.active();
    for (int k = 0; k < active; k++) {
      forces[k] -= length * rates[k];
    }
    forces[active] += length;
  }

  private void admit(int j) {
    int k = factors.active();
    members[k] = j;
    signs[k] = sign;
    isMember[j] = true;
    factors.add(projected);
  }

  private void dismiss(int k) {
    isMember[members[k]] = false;
    Arrays.fill(isImplied, false);
    factors.drop(k);
    int active = factors.active();
    System.arraycopy(members, k + 1, members, k, active - k);
    System.arraycopy(signs, k + 1, signs, k, active - k);
    System.arraycopy(forces, k + 1, forces, k, active + 1 - k);
  }

  private int mostViolated() {
    int worst = -1;
    double most = 0;
    for (int j = 0; j < m + 2 * n; j++) {
      if (isMember[j] || isImplied[j] || (j >= program.inequalities && j < m)) {
        continue;
      }
      measure(j);
      if (-slack > ROUNDING * terms) {
        double violation = j < m ? -slack / norms[j] : -slack;
        if (violation > most) {
          most = violation;
          worst = j;
        }
      }
    }
    return worst;
  }

  /** Computes a constraint's slack, negative if it is violated, and the size of its terms. */
  private void measure(int j) {
    if (j < m) {
      double sum = program.constraints[j];
      double size = Math.abs(sum);
      for (int i = 0, at = j * n; i < n; i++, at++) {
        double term = program.jacobian[at] * solution[i];
        sum += term;
        size += Math.abs(term);
      }
      sign = j < program.inequalities || sum > 0 ? -1 : 1;
      slack = sign * sum;
      terms = size + REMAINDER * farthest * norms[j];
    } else {
      boolean isLower = j < m + n;
      int i = isLower ? j - m : j - m - n;
      double bound = isLower ? program.lower[i] : program.upper[i];
      sign = isLower ? 1 : -1;
      slack = sign * (solution[i] - bound);
      terms = Math.abs(solution[i]) + Math.abs(bound) + REMAINDER * farthest;
    }
  }

  /** Projects the normal along which the constraint just measured gains. */
  private void project(int j) {
    if (j < m) {
      factors.project(program.jacobian, j * n, projected);
      for (int i = 0; i < n; i++) {
        projected[i] *= sign;
      }
    } else {
      factors.projectUnit(j < m + n ? j - m : j - m - n, sign, projected);
    }
  }

  private void finish() {
    for (int k = 0; k < factors.active(); k++) {
      int j = members[k];
      multipliers[j] = j < m ? -signs[k] * forces[k] : forces[k];
    }
    for (int i = 0; i < n; i++) {
      solution[i] = Math.max(program.lower[i], Math.min(solution[i], program.upper[i]));
    }
  }
}
