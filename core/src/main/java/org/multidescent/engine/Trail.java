package org.multidescent.engine;

import java.util.Arrays;

/**
 * What a lane did at each moment of its clock, so that what came after the search's end can be left
 * out. Moments that lie before everything yet to come are settled: only their sums are kept.
 *
 * <p>Each call has a mark: what kind of call it was, and what was completed right after it.
 */
final class Trail {

  private static final int MANY = 4096;
  private static final int GRADIENT = 1;
  private static final int FAULT = 1 << 1;
  private static final int HOP = 1 << 2;
  private static final int STEP = 1 << 3;

  private int[] marks = new int[256];
  private int size;
  private long settled;
  private Sums sums = Sums.NOTHING;

  /** Adds calls of the objective, at the clock's next moments. */
  void values(int count) {
    if (marks.length - size < count) {
      marks = Arrays.copyOf(marks, Math.max(2 * marks.length, size + count));
    }
    Arrays.fill(marks, size, size + count, 0);
    size += count;
  }

  /** Adds a call of the gradient, at the clock's next moment. */
  void gradient() {
    values(1);
    marks[size - 1] = GRADIENT;
  }

  /** Marks the call of a moment as one without a usable value. */
  void fault(long clock) {
    marks[(int) (clock - settled) - 1] |= FAULT;
  }

  /** Adds the completion of a step, after the last call. */
  void step() {
    if (size == 0) {
      sums = sums.plus(new Sums(0, 0, 1, 0, 0));
    } else {
      marks[size - 1] += STEP;
    }
  }

  /** Adds the completion of a hop's candidates, after the last call. */
  void hop() {
    marks[size - 1] |= HOP;
  }

  /** Settles all moments up to one, if there are so many that it pays. */
  void settle(long clock) {
    if (size >= MANY) {
      int count = countUntil(clock);
      sums = until(clock);
      size -= count;
      System.arraycopy(marks, count, marks, 0, size);
      settled += count;
    }
  }

  /** Settles all, and has the next moment follow a later clock: the lane was idle meanwhile. */
  void resume(long clock) {
    sums = until(Long.MAX_VALUE);
    size = 0;
    settled = clock;
  }

  /** Returns the sums of all moments up to one that has not been passed in settling. */
  Sums until(long clock) {
    int count = countUntil(clock);
    long gradients = 0;
    long steps = 0;
    long hops = 0;
    long faults = 0;
    for (int i = 0; i < count; i++) {
      gradients += marks[i] & GRADIENT;
      faults += (marks[i] & FAULT) / FAULT;
      hops += (marks[i] & HOP) / HOP;
      steps += marks[i] / STEP;
    }
    return sums.plus(new Sums(count - gradients, gradients, steps, hops, faults));
  }

  private int countUntil(long clock) {
    return (int) Math.max(0, Math.min(size, clock - settled));
  }
}
