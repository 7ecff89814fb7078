package org.multidescent.descent;

import java.util.Arrays;
import org.multidescent.random.Mix;
import org.multidescent.random.RandomStream;

/**
 * The offspring of one generation, and other scratch of {@link CmaEs}; belongs to an oracle.
 * Offspring beyond a bound are folded back at it as by a mirror, and back again at the opposite
 * one, so that the distribution searches a continuous function without bounds, and no evaluation
 * lies outside.
 */
final class CmaEsGeneration {

  private final WorkingCoordinates scaling;
  private final int[] free;
  private final RandomStream random = RandomStream.resumed(0);
  private final CmaEsParameters recombination = new CmaEsParameters();
  private final double[] work;
  private double[] steps = new double[0];
  private double[] norms = new double[0];
  private double[] positions = new double[0];
  private double[] values = new double[0];
  private int[] order = new int[0];

  CmaEsGeneration(WorkingCoordinates scaling) {
    this.scaling = scaling;
    int dimension = scaling.dimension();
    int[] found = new int[dimension];
    int count = 0;
    for (int i = 0; i < dimension; i++) {
      if (scaling.range(i) > 0 && scaling.lower(i) < scaling.upper(i)) {
        found[count++] = i;
      }
    }
    this.free = Arrays.copyOf(found, count);
    this.work = new double[Math.max(2 * count, CmaEsTermination.SAMPLE)];
  }

  /** The number of coordinates that are not fixed. */
  int dimension() {
    return free.length;
  }

  /** The weights and rates; set for the population last sampled. */
  CmaEsParameters recombination() {
    return recombination;
  }

  /** Scratch of at least twice the dimension. */
  double[] work() {
    return work;
  }

  /** Puts a position's free coordinates, as fractions of the box's extents, at {@code offset}. */
  void gather(double[] position, double[] target, int offset) {
    for (int i = 0; i < free.length; i++) {
      target[offset + i] = position[free[i]] / scaling.range(free[i]);
    }
  }

  /** Samples and evaluates a generation and ranks it; changes nothing but this scratch. */
  void breed(Point point, Oracle oracle, int population) {
    reserve(population, point.position().length);
    recombination.set(population, free.length);
    double[] memory = point.memory();
    long stream = CmaEsMemory.stream(memory);
    random.restore(Mix.mix(stream, (long) memory[CmaEsMemory.GENERATION]));
    for (int k = 0; k < population; k++) {
      sample(memory, k);
      place(memory, point.position(), k);
    }
    oracle.values(positions, population, values);
    for (int k = 0; k < population; k++) {
      order[k] = k;
      if (!Double.isFinite(values[k])) {
        values[k] = Double.POSITIVE_INFINITY;
      }
    }
    sort(population);
  }

  private void reserve(int population, int dimension) {
    if (values.length < population) {
      steps = new double[Math.multiplyExact(population, free.length)];
      norms = new double[population];
      positions = new double[Math.multiplyExact(population, dimension)];
      values = new double[population];
      order = new int[population];
    }
  }

  private void sample(double[] memory, int k) {
    int n = free.length;
    int axes = CmaEsMemory.axes(n);
    int vectors = CmaEsMemory.vectors(n);
    double norm = 0;
    for (int i = 0; i < n; i++) {
      double z = random.nextGaussian();
      norm += z * z;
      work[i] = z * memory[axes + i];
    }
    norms[k] = norm;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += memory[vectors + i * n + j] * work[j];
      }
      steps[k * n + i] = sum;
    }
  }

  /** Writes where the mean is. */
  void mean(double[] memory, double[] position, double[] target) {
    System.arraycopy(position, 0, target, 0, position.length);
    for (int i = 0; i < free.length; i++) {
      int c = free[i];
      double u = memory[CmaEsMemory.mean() + i] * scaling.extent(c);
      double folded = fold(u, scaling.lower(c), scaling.upper(c));
      target[c] = Double.isNaN(folded) ? position[c] : folded;
    }
  }

  private void place(double[] memory, double[] position, int k) {
    int n = free.length;
    int row = k * position.length;
    System.arraycopy(position, 0, positions, row, position.length);
    double sigma = memory[CmaEsMemory.SIGMA];
    for (int i = 0; i < n; i++) {
      double u = memory[CmaEsMemory.mean() + i] + sigma * steps[k * n + i];
      int c = free[i];
      double folded = fold(u * scaling.range(c), scaling.lower(c), scaling.upper(c));
      positions[row + c] = Double.isNaN(folded) ? position[c] : folded;
    }
  }

  /** Returns where a coordinate lands if the bounds are mirrors. */
  static double fold(double u, double lower, double upper) {
    if (u >= lower && u <= upper) {
      return u;
    }
    double inside = u < lower ? 2 * lower - u : 2 * upper - u;
    if (inside < lower || inside > upper) {
      double width = upper - lower;
      double phase = Math.abs(u - lower) % (2 * width);
      inside = lower + (phase > width ? 2 * width - phase : phase);
    }
    return Math.min(Math.max(inside, lower), upper);
  }

  /** The value of a rank, from 0 for the best; infinite if it had none. */
  double value(int rank) {
    return values[order[rank]];
  }

  /** The mean of all values; infinite if one is. */
  double meanValue(int population) {
    double sum = 0;
    for (int k = 0; k < population; k++) {
      sum += values[k] / population;
    }
    return sum;
  }

  /** The squared length of a rank's sample before the covariance shaped it. */
  double norm(int rank) {
    return norms[order[rank]];
  }

  /** Where in {@link #steps()} a rank's step begins. */
  int step(int rank) {
    return order[rank] * free.length;
  }

  /** The steps from the mean, in units of sigma. */
  double[] steps() {
    return steps;
  }

  /** Copies the position of a rank. */
  void copy(int rank, double[] target) {
    System.arraycopy(positions, order[rank] * target.length, target, 0, target.length);
  }

  private void sort(int count) {
    for (int k = count / 2 - 1; k >= 0; k--) {
      sink(k, count);
    }
    for (int end = count - 1; end > 0; end--) {
      int last = order[end];
      order[end] = order[0];
      order[0] = last;
      sink(0, end);
    }
  }

  private void sink(int root, int count) {
    int moved = order[root];
    int k = root;
    while (2 * k + 1 < count) {
      int child = 2 * k + 1;
      if (child + 1 < count && isBefore(order[child], order[child + 1])) {
        child++;
      }
      if (!isBefore(moved, order[child])) {
        break;
      }
      order[k] = order[child];
      k = child;
    }
    order[k] = moved;
  }

  private boolean isBefore(int a, int b) {
    return values[a] < values[b] || (values[a] == values[b] && a < b);
  }
}
