package org.multidescent.evolution;

import java.util.Arrays;
import org.multidescent.random.Mix;
import org.multidescent.random.RandomStream;
import org.multidescent.util.Room;

/**
 * Differential evolution (Storn and Price 1997, best/1/bin) near a position: the first population
 * is uniform in a small box round it, and a run ends when its population has contracted or gets
 * nowhere. Begun again and again near the best optimum known, it leads from optimum to optimum
 * (after Vasile, Minisci and Locatelli, An inflationary differential evolution algorithm for space
 * trajectory optimization, 2011).
 *
 * <p>What a run remembers is one array: some single numbers, then the population's positions, then
 * their values. An instance is scratch for trials, and belongs to one thread.
 */
public final class DifferentialEvolution {

  private static final int GENERATION = 0;
  private static final int STREAM_HIGH = 1;
  private static final int STREAM_LOW = 2;
  private static final int EXTENT = 3;
  private static final int WAITING = 4;
  private static final int HEADER = 5;

  /** How far a first population reaches at least and at most, in extents of the box. */
  private static final double SHORTEST_REACH = 0.03;

  private static final double LONGEST_REACH = 0.3;
  private static final double SCALE = 0.85;
  private static final double CROSSOVER = 0.9;

  /** What is left of the first population's extent when a run has contracted. */
  private static final double CONTRACTED = 0.02;

  private static final int MOST_WAITING = 30;

  private final double[] lower;
  private final double[] upper;
  private final double[] range;
  private final RandomStream random = RandomStream.resumed(0);
  private final double[] trials;
  private final double[] values;

  /**
   * Creates the scratch for a box.
   *
   * @param lower the lower bounds
   * @param upper the upper bounds; equal to the lower one where a coordinate is fixed
   * @param range the extents of the box that is searched; 0 where a coordinate is fixed
   */
  public DifferentialEvolution(double[] lower, double[] upper, double[] range) {
    this.lower = lower;
    this.upper = upper;
    this.range = range;
    this.values = new double[population(range.length)];
    this.trials = new double[values.length * range.length];
  }

  /** Returns how many positions a population has. */
  public static int population(int dimension) {
    return 2 * (dimension + 4);
  }

  /** Returns how many numbers a run remembers, perhaps more than an array can hold. */
  public static long size(int dimension) {
    return HEADER + (long) population(dimension) * (dimension + 1);
  }

  /** Begins a run. */
  public static void begin(double[] memory, long stream) {
    memory[GENERATION] = 0;
    memory[STREAM_HIGH] = stream >> 32;
    memory[STREAM_LOW] = stream & 0xffffffffL;
  }

  /** Tells whether a run has a population, and not only a stream. */
  public static boolean hasBegun(double[] memory) {
    return memory[GENERATION] > 0;
  }

  /**
   * Makes the trials of a run's next generation, the first from a box round a position; to be
   * followed by their values and {@link #select}.
   */
  public void breed(double[] memory, double[] centre) {
    long stream = ((long) memory[STREAM_HIGH] << 32) | (long) memory[STREAM_LOW];
    random.restore(Mix.mix(stream, (long) memory[GENERATION]));
    if (hasBegun(memory)) {
      int best = lowest(memory);
      for (int k = 0; k < values.length; k++) {
        recombine(memory, best, k);
      }
    } else {
      scatter(centre);
    }
  }

  /** A box of any size, on a logarithmic scale: how far it is to the next basin is not known. */
  private void scatter(double[] centre) {
    double ratio = LONGEST_REACH / SHORTEST_REACH;
    double reach = SHORTEST_REACH * StrictMath.pow(ratio, random.nextDouble());
    int n = range.length;
    for (int k = 0; k < trials.length; k++) {
      int i = k % n;
      double low = Math.max(lower[i], centre[i] - reach * range[i]);
      double high = Math.min(upper[i], centre[i] + reach * range[i]);
      trials[k] = low < high ? random.nextDouble(low, high) : centre[i];
    }
  }

  private void recombine(double[] memory, int best, int k) {
    int n = range.length;
    int a = other(k, k);
    int b = other(k, a);
    int kept = random.nextInt(n);
    for (int i = 0; i < n; i++) {
      boolean crosses = i == kept || random.nextDouble() < CROSSOVER;
      double difference = memory[at(a) + i] - memory[at(b) + i];
      trials[k * n + i] =
          crosses ? inside(memory[at(best) + i] + SCALE * difference, i) : memory[at(k) + i];
    }
  }

  /** Returns one of the population that is neither of two. */
  private int other(int first, int second) {
    int drawn = first;
    while (drawn == first || drawn == second) {
      drawn = random.nextInt(values.length);
    }
    return drawn;
  }

  /** A coordinate beyond a bound is drawn anew. */
  private double inside(double u, int i) {
    if (u >= lower[i] && u <= upper[i]) {
      return u;
    }
    return upper[i] - lower[i] < Double.POSITIVE_INFINITY && lower[i] < upper[i]
        ? random.nextDouble(lower[i], upper[i])
        : CmaEsGeneration.fold(u, lower[i], upper[i]);
  }

  /** Returns the positions of the trials, one after the other. */
  public double[] trials() {
    return trials;
  }

  /** Returns where their values are to be written. */
  public double[] values() {
    return values;
  }

  /** Has those trials that are no worse replace their parents. */
  public void select(double[] memory) {
    boolean first = !hasBegun(memory);
    int n = range.length;
    double before = first ? Double.POSITIVE_INFINITY : value(memory, lowest(memory));
    for (int k = 0; k < values.length; k++) {
      double value = Double.isFinite(values[k]) ? values[k] : Double.POSITIVE_INFINITY;
      if (first || value <= value(memory, k)) {
        System.arraycopy(trials, k * n, memory, at(k), n);
        memory[at(values.length) + k] = value;
      }
    }
    memory[GENERATION]++;
    memory[WAITING] = value(memory, lowest(memory)) < before ? 0 : memory[WAITING] + 1;
    if (first) {
      memory[EXTENT] = extent(memory);
    }
  }

  /** Returns the value of the best of the population; infinite if none has a value. */
  public double value(double[] memory) {
    return value(memory, lowest(memory));
  }

  /** Copies the position of the best of the population. */
  public void copy(double[] memory, double[] target) {
    System.arraycopy(memory, at(lowest(memory)), target, 0, target.length);
  }

  /** Tells whether the population has contracted, or has not become better for long. */
  public boolean hasEnded(double[] memory) {
    return memory[WAITING] >= MOST_WAITING || extent(memory) <= CONTRACTED * memory[EXTENT];
  }

  /** Tells whether numbers that may have been read from a file are those of a run. */
  public static boolean isSound(double[] memory, int dimension) {
    int positions = HEADER + population(dimension) * dimension;
    return Room.isCount(memory[GENERATION], Room.MOST)
        && Room.isCount(memory[WAITING], MOST_WAITING)
        && memory[EXTENT] >= 0
        && Arrays.stream(memory, HEADER, positions).allMatch(Double::isFinite)
        && Arrays.stream(memory, positions, positions + population(dimension))
            .noneMatch(Double::isNaN);
  }

  private double value(double[] memory, int k) {
    return memory[at(values.length) + k];
  }

  private int at(int k) {
    return HEADER + k * range.length;
  }

  private int lowest(double[] memory) {
    int best = 0;
    for (int k = 1; k < values.length; k++) {
      if (value(memory, k) < value(memory, best)) {
        best = k;
      }
    }
    return best;
  }

  /** The largest extent of the population, as a share of the box's. */
  private double extent(double[] memory) {
    double largest = 0;
    for (int i = 0; i < range.length; i++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < values.length; k++) {
        low = Math.min(low, memory[at(k) + i]);
        high = Math.max(high, memory[at(k) + i]);
      }
      largest = range[i] > 0 ? Math.max(largest, (high - low) / range[i]) : largest;
    }
    return largest;
  }
}
