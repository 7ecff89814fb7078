package org.multidescent.evolution;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.multidescent.numerics.SymmetricEigen;
import org.multidescent.random.Mix;
import org.multidescent.random.RandomStream;

/**
 * The offspring of one generation after another, and other scratch of a run; belongs to one thread.
 * Offspring beyond a bound are folded back at it as by a mirror, and back again at the opposite
 * one, so that the distribution searches a continuous function without bounds, and no position lies
 * outside.
 */
public final class CmaEsGeneration {

  private final double[] lower;
  private final double[] upper;
  private final double[] range;
  private final int[] free;
  private final RandomStream random = RandomStream.resumed(0);
  private final CmaEsParameters recombination = new CmaEsParameters();
  private final double[] work;
  private @Nullable SymmetricEigen eigen;
  private double[] steps = new double[0];
  private double[] norms = new double[0];
  private double[] positions = new double[0];
  private double[] values = new double[0];
  private int[] order = new int[0];

  /**
   * Creates the scratch for a box.
   *
   * @param lower the lower bounds
   * @param upper the upper bounds; equal to the lower one where a coordinate is fixed
   * @param range what a coordinate of the distribution is a fraction of; 0 where it is fixed
   */
  public CmaEsGeneration(double[] lower, double[] upper, double[] range) {
    this.lower = lower;
    this.upper = upper;
    this.range = range;
    this.free =
        IntStream.range(0, range.length).filter(i -> range[i] > 0 && lower[i] < upper[i]).toArray();
    this.work = new double[Math.max(2 * free.length, CmaEsTermination.SAMPLE)];
  }

  /** The number of coordinates that are not fixed. */
  public int dimension() {
    return free.length;
  }

  /** The weights and rates; set for the population last sampled. */
  CmaEsParameters recombination() {
    return recombination;
  }

  /** How many of the generation are better than the rest. */
  public int parents() {
    return recombination.parents();
  }

  /** What decomposes the covariance; made when it is first wanted. */
  SymmetricEigen eigen() {
    SymmetricEigen made = eigen;
    if (made == null) {
      made = new SymmetricEigen(free.length);
      eigen = made;
    }
    return made;
  }

  /** Scratch of at least twice the dimension. */
  double[] work() {
    return work;
  }

  /** Puts a position's free coordinates, as fractions of the box's extents, at {@code offset}. */
  public void gather(double[] position, double[] target, int offset) {
    for (int i = 0; i < free.length; i++) {
      target[offset + i] = position[free[i]] / range[free[i]];
    }
  }

  /**
   * Samples the offspring of a run's next generation; to be followed by their values and {@link
   * #rank}.
   *
   * @param position what the coordinates that are fixed are taken from
   */
  public void sample(double[] memory, double[] position) {
    int population = (int) memory[CmaEsMemory.POPULATION];
    reserve(population, position.length);
    recombination.set(population, free.length);
    long stream = CmaEsMemory.stream(memory);
    random.restore(Mix.mix(stream, (long) memory[CmaEsMemory.GENERATION]));
    for (int k = 0; k < population; k++) {
      sample(memory, k);
      place(memory, position, k);
    }
  }

  /** The positions of the offspring, one after the other. */
  public double[] positions() {
    return positions;
  }

  /** Where their values are to be written. */
  public double[] values() {
    return values;
  }

  /** Ranks the offspring by their values; those without a finite one are the last. */
  public void rank(int population) {
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
  public void mean(double[] memory, double[] position, double[] target) {
    System.arraycopy(position, 0, target, 0, position.length);
    for (int i = 0; i < free.length; i++) {
      put(i, memory[CmaEsMemory.mean() + i], target, 0);
    }
  }

  private void place(double[] memory, double[] position, int k) {
    int n = free.length;
    int row = k * position.length;
    System.arraycopy(position, 0, positions, row, position.length);
    double sigma = memory[CmaEsMemory.SIGMA];
    for (int i = 0; i < n; i++) {
      put(i, memory[CmaEsMemory.mean() + i] + sigma * steps[k * n + i], positions, row);
    }
  }

  /** Writes a coordinate of the distribution, unless it is too far away to be a number. */
  private void put(int i, double fraction, double[] target, int offset) {
    int c = free[i];
    double folded = fold(fraction * range[c], lower[c], upper[c]);
    if (!Double.isNaN(folded)) {
      target[offset + c] = folded;
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
  public double value(int rank) {
    return values[order[rank]];
  }

  /** The mean of all values; infinite if one is. */
  public double meanValue(int population) {
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
  public void copy(int rank, double[] target) {
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
