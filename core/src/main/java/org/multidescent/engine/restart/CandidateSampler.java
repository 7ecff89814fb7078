package org.multidescent.engine.restart;

import java.util.random.RandomGenerator;
import org.multidescent.descent.Oracle;
import org.multidescent.engine.budget.ComponentFailure;
import org.multidescent.restart.Perturbation;

/**
 * Draws and evaluates the candidates of perturbations for one worker; the arrays are used again.
 */
final class CandidateSampler {

  private final Oracle oracle;
  private final double[] candidate;
  private double[] positions = new double[0];
  private double[] values = new double[0];

  public CandidateSampler(Oracle oracle) {
    this.oracle = oracle;
    this.candidate = new double[oracle.dimension()];
  }

  /**
   * Draws and evaluates all candidates of a perturbation.
   *
   * @return the index of the lowest, the first of equals; -1 if none has a finite value
   */
  public int evaluate(Perturbation perturbation, RandomGenerator random) {
    int count = perturbation.candidates();
    if (count < 1) {
      throw ComponentFailure.broken(
          "the restart strategy failed: a perturbation of "
              + count
              + " candidates (expected: 1 or more)");
    }
    int dimension = candidate.length;
    if (values.length < count) {
      values = new double[count];
      positions = new double[count * dimension];
    }
    for (int k = 0; k < count; k++) {
      perturbation.propose(random, candidate);
      for (int i = 0; i < dimension; i++) {
        if (Double.isNaN(candidate[i])) {
          throw ComponentFailure.broken(
              "the restart strategy failed: a perturbation proposed NaN for coordinate "
                  + i
                  + " (expected: a number)");
        }
        positions[k * dimension + i] = oracle.coordinates().clamp(i, candidate[i]);
      }
    }
    oracle.values(positions, count, values);
    int best = -1;
    for (int k = 0; k < count; k++) {
      if (Double.isFinite(values[k]) && (best < 0 || values[k] < values[best])) {
        best = k;
      }
    }
    return best;
  }

  public double value(int index) {
    return values[index];
  }

  public void copy(int index, double[] u) {
    System.arraycopy(positions, index * u.length, u, 0, u.length);
  }
}
