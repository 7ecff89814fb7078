package org.multidescent.evolution;

/**
 * Where an array keeps what a run remembers. A header of single numbers; then, for {@code n}
 * coordinates that are not fixed: the mean, the two paths, the lengths of the axes, the covariance,
 * its eigenvectors; then the histories the stopping criteria look at; last, of a noisy objective,
 * where the mean was when a generation's values had the lowest mean. Nothing depends on the
 * population.
 */
public final class CmaEsMemory {

  public static final int POPULATION = 0;
  public static final int STREAM_HIGH = 1;
  public static final int STREAM_LOW = 2;
  public static final int GENERATION = 3;
  public static final int SIGMA = 4;
  public static final int FIRST_SIGMA = 5;
  public static final int FIRST_MEDIAN = 6;
  public static final int DECOMPOSED = 7;
  public static final int FLATNESS = 8;
  public static final int STRIDE = 9;
  public static final int RECORDS = 10;
  public static final int ENDED = 11;
  public static final int LOWEST_MEAN = 12;
  public static final int FIRST_POPULATION = 13;
  public static final int GROWTH = 14;
  public static final int MEDIAN_PARENT = 15;
  private static final int HEADER = 16;

  /** How many records of the long history are kept. */
  public static final int LONG = 128;

  private CmaEsMemory() {}

  /** How many numbers there are, perhaps more than an array can hold. */
  public static long size(int n) {
    return HEADER + 4L * n + 2L * n * n + window(n, CmaEsParameters.standard(n)) + 2L * LONG + n;
  }

  public static int mean() {
    return HEADER;
  }

  public static int path(int n) {
    return HEADER + n;
  }

  public static int sigmaPath(int n) {
    return HEADER + 2 * n;
  }

  public static int axes(int n) {
    return HEADER + 3 * n;
  }

  public static int covariance(int n) {
    return HEADER + 4 * n;
  }

  public static int vectors(int n) {
    return covariance(n) + n * n;
  }

  public static int recent(int n) {
    return vectors(n) + n * n;
  }

  public static int bests(int n) {
    return recent(n) + window(n, CmaEsParameters.standard(n));
  }

  public static int medians(int n) {
    return bests(n) + LONG;
  }

  /** How many generations the criterion on recent values looks back. */
  public static int window(int n, int population) {
    int smallest = Math.max(population, CmaEsParameters.standard(n));
    return (int) (10 + (30L * n + smallest - 1) / smallest);
  }

  /** Keeps a stream's key, in two halves that are exact as numbers. */
  public static void putStream(double[] memory, long stream) {
    memory[STREAM_HIGH] = stream >> 32;
    memory[STREAM_LOW] = stream & 0xffffffffL;
  }

  public static long stream(double[] memory) {
    return ((long) memory[STREAM_HIGH] << 32) | (long) memory[STREAM_LOW];
  }
}
