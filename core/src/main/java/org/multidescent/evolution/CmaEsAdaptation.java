package org.multidescent.evolution;

import static org.multidescent.evolution.CmaEsMemory.DECOMPOSED;
import static org.multidescent.evolution.CmaEsMemory.FIRST_SIGMA;
import static org.multidescent.evolution.CmaEsMemory.GENERATION;
import static org.multidescent.evolution.CmaEsMemory.POPULATION;
import static org.multidescent.evolution.CmaEsMemory.SIGMA;

import java.util.Arrays;

/**
 * How the distribution learns from a ranked generation: mean, evolution paths, step size and
 * covariance (Hansen, The CMA Evolution Strategy: A Tutorial, 2016, with negative weights).
 */
public final class CmaEsAdaptation {

  private CmaEsAdaptation() {}

  /** Begins with a round distribution around a position. */
  public static void initialise(
      double[] memory, CmaEsGeneration generation, double[] position, double sigma) {
    int n = generation.dimension();
    generation.gather(position, memory, CmaEsMemory.mean());
    for (int i = 0; i < n; i++) {
      memory[CmaEsMemory.axes(n) + i] = 1;
      memory[CmaEsMemory.covariance(n) + i * n + i] = 1;
      memory[CmaEsMemory.vectors(n) + i * n + i] = 1;
    }
    memory[SIGMA] = sigma;
    memory[FIRST_SIGMA] = sigma;
  }

  /** Moves the mean and adapts paths, step size and covariance. */
  public static void adapt(double[] memory, CmaEsGeneration generation) {
    int n = generation.dimension();
    CmaEsParameters rates = generation.recombination();
    double[] work = generation.work();
    int mean = CmaEsMemory.mean();
    double[] steps = generation.steps();
    Arrays.fill(work, 0, n, 0);
    for (int k = 0; k < rates.parents(); k++) {
      int step = generation.step(k);
      for (int i = 0; i < n; i++) {
        work[i] += rates.weight(k) * steps[step + i];
      }
    }
    double sigma = memory[SIGMA];
    for (int i = 0; i < n; i++) {
      memory[mean + i] += sigma * work[i];
    }
    double time = memory[GENERATION] + 1;
    memory[GENERATION] = time;
    double length = adaptSigmaPath(memory, rates, work, n);
    double c = rates.sigmaRate();
    double expected = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
    double settled = Math.sqrt(1 - StrictMath.pow(1 - c, 2 * time));
    boolean steady = length / settled < (1.4 + 2 / (n + 1.0)) * expected;
    double kept = 1 - rates.pathRate();
    double gained = steady ? Math.sqrt((1 - kept * kept) * rates.mass()) : 0;
    int path = CmaEsMemory.path(n);
    for (int i = 0; i < n; i++) {
      memory[path + i] = kept * memory[path + i] + gained * work[i];
    }
    adaptCovariance(memory, generation, n, steady);
    memory[SIGMA] =
        sigma * StrictMath.exp(Math.min(1, c / rates.damping() * (length / expected - 1)));
  }

  /** Adapts the path of the step size and returns its length. */
  private static double adaptSigmaPath(
      double[] memory, CmaEsParameters rates, double[] work, int n) {
    int vectors = CmaEsMemory.vectors(n);
    int axes = CmaEsMemory.axes(n);
    int path = CmaEsMemory.sigmaPath(n);
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += memory[vectors + i * n + j] * work[i];
      }
      work[n + j] = sum / memory[axes + j];
    }
    double c = rates.sigmaRate();
    double gained = Math.sqrt(c * (2 - c) * rates.mass());
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += memory[vectors + i * n + j] * work[n + j];
      }
      double entry = (1 - c) * memory[path + i] + gained * sum;
      memory[path + i] = entry;
      squares += entry * entry;
    }
    return Math.sqrt(squares);
  }

  private static void adaptCovariance(
      double[] memory, CmaEsGeneration generation, int n, boolean steady) {
    CmaEsParameters rates = generation.recombination();
    double one = rates.rankOneRate();
    double many = rates.rankManyRate();
    double lost = steady ? 0 : one * rates.pathRate() * (2 - rates.pathRate());
    double kept = 1 + lost - one - many * rates.sum();
    int covariance = CmaEsMemory.covariance(n);
    int path = CmaEsMemory.path(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        int entry = covariance + i * n + j;
        memory[entry] = kept * memory[entry] + one * memory[path + i] * memory[path + j];
      }
    }
    double[] steps = generation.steps();
    int population = (int) memory[POPULATION];
    for (int k = 0; k < population; k++) {
      double weight = many * rates.weight(k);
      if (weight < 0) {
        weight *= n / generation.norm(k);
      }
      int step = generation.step(k);
      for (int i = 0; i < n; i++) {
        double factor = weight * steps[step + i];
        int row = covariance + i * n;
        for (int j = 0; j <= i; j++) {
          memory[row + j] += factor * steps[step + j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        memory[covariance + j * n + i] = memory[covariance + i * n + j];
      }
    }
  }

  /** Decomposes the covariance if it is due; tells whether it is positive definite. */
  public static boolean decompose(double[] memory, CmaEsGeneration generation) {
    int n = generation.dimension();
    double time = memory[GENERATION];
    if (time - memory[DECOMPOSED] < generation.recombination().decompositionGap()) {
      return true;
    }
    memory[DECOMPOSED] = time;
    int axes = CmaEsMemory.axes(n);
    int vectors = CmaEsMemory.vectors(n);
    System.arraycopy(memory, CmaEsMemory.covariance(n), memory, vectors, n * n);
    if (!generation.eigen().decompose(memory, vectors, memory, axes)) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      if (!(memory[axes + i] > 0) || Double.isInfinite(memory[axes + i])) {
        return false;
      }
      memory[axes + i] = Math.sqrt(memory[axes + i]);
    }
    return true;
  }
}
