package org.multidescent.evolution;

import org.multidescent.util.Room;

/**
 * Where an array keeps the last evaluations of a run, beyond {@link CmaEsMemory}: a header, then a
 * ring of rows, each the fractions of a position's free coordinates, and its value.
 */
public final class CmaEsArchive {

  private static final int COUNT = 0;
  private static final int NEXT = 1;
  private static final int FAILURES = 2;
  private static final int WAIT = 3;
  private static final int HEADER = 4;

  /** So many generations at most are evaluated without a look at the model. */
  private static final int LONGEST_WAIT = 5;

  /** So many evaluations are kept for each number that describes a quadratic function. */
  private static final int EVALUATIONS_PER_NUMBER = 2;

  private CmaEsArchive() {}

  /** How many numbers an archive has. */
  public static long size(int dimension) {
    return HEADER + (long) capacity(dimension) * (dimension + 1);
  }

  /** How many evaluations are kept; none where there is no model. */
  static int capacity(int dimension) {
    return dimension > QuadraticModel.MOST_COORDINATES
        ? 0
        : EVALUATIONS_PER_NUMBER * (QuadraticModel.terms(dimension) - 1);
  }

  /** Tells whether an array can hold what an archive wrote. */
  public static boolean accepts(double[] memory, int dimension) {
    int at = start(dimension);
    int capacity = capacity(dimension);
    boolean sound =
        Room.isCount(memory[at + COUNT], capacity)
            && Room.isCount(memory[at + NEXT], Math.max(0, capacity - 1))
            && Room.isCount(memory[at + FAILURES], LONGEST_WAIT)
            && Room.isCount(memory[at + WAIT], LONGEST_WAIT);
    for (int k = at + HEADER; sound && k < at + size(dimension); k++) {
      sound = Double.isFinite(memory[k]);
    }
    return sound;
  }

  private static int start(int dimension) {
    return (int) CmaEsMemory.size(dimension);
  }

  static int count(double[] memory, int dimension) {
    return (int) memory[start(dimension) + COUNT];
  }

  /** Where a row begins; row 0 is the one that was added last. */
  static int row(double[] memory, int dimension, int age) {
    int capacity = capacity(dimension);
    int next = (int) memory[start(dimension) + NEXT];
    return at(dimension, Math.floorMod(next - 1 - age, capacity));
  }

  private static int at(int dimension, int row) {
    return start(dimension) + HEADER + row * (dimension + 1);
  }

  /** Makes room for a row in the place of the oldest, and returns where it begins. */
  static int add(double[] memory, int dimension) {
    int at = start(dimension);
    int capacity = capacity(dimension);
    int next = (int) memory[at + NEXT];
    memory[at + NEXT] = (next + 1) % capacity;
    memory[at + COUNT] = Math.min(capacity, memory[at + COUNT] + 1);
    return at(dimension, next);
  }

  /** Tells whether a generation is evaluated without a look at the model. */
  static boolean waits(double[] memory, int dimension) {
    return memory[start(dimension) + WAIT] > 0;
  }

  /**
   * Takes note of a generation; the more often the model was of no use, the longer it is let be.
   *
   * @param asked whether the model was asked
   * @param useful whether it was of use, or there is none yet
   */
  static void learn(double[] memory, int dimension, boolean asked, boolean useful) {
    int at = start(dimension);
    if (!asked) {
      memory[at + WAIT]--;
    } else if (useful) {
      memory[at + FAILURES] = 0;
    } else {
      memory[at + WAIT] = memory[at + FAILURES];
      memory[at + FAILURES] = Math.min(LONGEST_WAIT, memory[at + FAILURES] + 1);
    }
  }
}
