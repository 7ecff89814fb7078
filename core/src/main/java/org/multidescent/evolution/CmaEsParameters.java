package org.multidescent.evolution;

/**
 * The weights and learning rates of a population, as Hansen's tutorial sets them (2016, table 1):
 * positive weights for the better half of a generation, negative ones for the rest. Scratch of one
 * thread.
 */
public final class CmaEsParameters {

  private int population;
  private int dimension;
  private double[] weights = new double[0];
  private double mass;
  private double pathRate;
  private double sigmaRate;
  private double damping;
  private double rankOneRate;
  private double rankManyRate;
  private double sum;

  /** Returns the standard population: 4 and three times the logarithm of the dimension. */
  public static int standard(int dimension) {
    return 4 + (int) (3 * StrictMath.log(Math.max(1, dimension)));
  }

  /** Sets all for a population and a dimension. */
  void set(int newPopulation, int newDimension) {
    if (newPopulation == population && newDimension == dimension) {
      return;
    }
    population = newPopulation;
    dimension = newDimension;
    if (weights.length < population) {
      weights = new double[population];
    }
    double middle = StrictMath.log((population + 1) / 2.0);
    for (int k = 0; k < population; k++) {
      weights[k] = middle - StrictMath.log(k + 1);
    }
    int parents = parents();
    mass = mass(0, parents);
    double n = dimension;
    pathRate = (4 + mass / n) / (n + 4 + 2 * mass / n);
    sigmaRate = (mass + 2) / (n + mass + 5);
    damping = 1 + 2 * Math.max(0, Math.sqrt((mass - 1) / (n + 1)) - 1) + sigmaRate;
    rankOneRate = 2 / ((n + 1.3) * (n + 1.3) + mass);
    rankManyRate =
        Math.min(1 - rankOneRate, 2 * (0.25 + mass - 2 + 1 / mass) / ((n + 2) * (n + 2) + mass));
    double share =
        Math.min(1 + rankOneRate / rankManyRate, 1 + 2 * mass(parents, population) / (mass + 2));
    share = Math.min(share, (1 - rankOneRate - rankManyRate) / (n * rankManyRate));
    scale(0, parents, 1);
    scale(parents, population, Math.max(0, share));
    sum = 0;
    for (int k = 0; k < population; k++) {
      sum += weights[k];
    }
  }

  private double mass(int from, int to) {
    double total = 0;
    double squares = 0;
    for (int k = from; k < to; k++) {
      total += weights[k];
      squares += weights[k] * weights[k];
    }
    return squares == 0 ? 0 : total * total / squares;
  }

  private void scale(int from, int to, double size) {
    double total = 0;
    for (int k = from; k < to; k++) {
      total += Math.abs(weights[k]);
    }
    for (int k = from; k < to && total > 0; k++) {
      weights[k] *= size / total;
    }
  }

  /** How many of a generation have a positive weight. */
  int parents() {
    return population / 2;
  }

  /** The weight of a rank, from 0 for the best. */
  double weight(int rank) {
    return weights[rank];
  }

  /** The sum of all weights. */
  double sum() {
    return sum;
  }

  /** The variance-effective number of parents. */
  double mass() {
    return mass;
  }

  /** How fast the path of the covariance forgets. */
  double pathRate() {
    return pathRate;
  }

  /** How fast the path of the step size forgets. */
  double sigmaRate() {
    return sigmaRate;
  }

  /** What the change of the step size is divided by. */
  double damping() {
    return damping;
  }

  /** How fast the covariance learns from its path. */
  double rankOneRate() {
    return rankOneRate;
  }

  /** How fast the covariance learns from a generation. */
  double rankManyRate() {
    return rankManyRate;
  }

  /** After how many generations the covariance is decomposed again. */
  int decompositionGap() {
    return Math.max(1, (int) (1 / (10 * dimension * (rankOneRate + rankManyRate))));
  }
}
