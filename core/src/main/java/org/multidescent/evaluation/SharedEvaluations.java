package org.multidescent.evaluation;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Oracle;

/**
 * Independent evaluations that several threads share: who is free claims the next one. The values
 * depend on the positions alone, not on who evaluates them, nor in which order.
 *
 * <p>Implementation note. An instance is used once, and it has its own copies of what the owner may
 * change and of the values, so that a helper who is late, after the owner has left because the
 * search ended, does no harm. A value is written before the count of completed ones is raised, and
 * read after it was seen complete. The owner announces itself before it looks at that count for the
 * last time and parks; whichever thread completes the last evaluation looks for the owner after
 * raising the count: one of the two sees the other.
 */
public final class SharedEvaluations {

  /** Writes the position of an evaluation. */
  @FunctionalInterface
  private interface Positions {
    void fill(int index, double[] u);
  }

  private final int count;
  private final Positions positions;
  private final double[] values;
  private final double[][] residuals;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger completed = new AtomicInteger();
  private volatile int wanted;
  private long samples;
  private long firstSample;
  private volatile @Nullable Thread owner;

  private SharedEvaluations(int count, Positions positions, int residuals) {
    this.count = count;
    this.wanted = count;
    this.positions = positions;
    this.values = new double[count];
    this.residuals = residuals == 0 ? new double[0][] : new double[count][residuals];
  }

  /** The evaluations at positions that lie one after the other in an array. */
  public static SharedEvaluations of(double[] us, int count, int dimension) {
    double[] kept = Arrays.copyOf(us, count * dimension);
    return new SharedEvaluations(
        count, (index, u) -> System.arraycopy(kept, index * dimension, u, 0, dimension), 0);
  }

  /** The evaluations at neighbours of a position; a coordinate that does not move has none. */
  static SharedEvaluations of(double[] position, double[] there) {
    return ofResiduals(position, there, 0);
  }

  /** The evaluations of so many residuals at neighbours of a position. */
  static SharedEvaluations ofResiduals(double[] position, double[] there, int residuals) {
    double[] base = position.clone();
    double[] moved = there.clone();
    int[] coordinates = new int[base.length];
    int count = 0;
    for (int i = 0; i < base.length; i++) {
      if (moved[i] != base[i]) {
        coordinates[count++] = i;
      }
    }
    return new SharedEvaluations(
        count,
        (index, u) -> {
          System.arraycopy(base, 0, u, 0, base.length);
          u[coordinates[index]] = moved[coordinates[index]];
        },
        residuals);
  }

  /** Numbers the evaluations; before others see them. */
  void samples(long key, long first) {
    samples = key;
    firstSample = first;
  }

  /**
   * Returns how many evaluations nobody has claimed yet.
   *
   * @return the number, 0 or more
   */
  public int remaining() {
    return Math.max(0, count - next.get());
  }

  /**
   * Claims evaluations one by one and makes them, until none is left.
   *
   * @param oracle the caller's oracle
   * @param most how many to make at most
   * @param claimed told of the index of each, before it is made
   * @return how many were made here
   * @throws StopSearch if the search has ended; what was claimed last is then not complete
   */
  public int work(Oracle oracle, int most, IntConsumer claimed) {
    double[] u = new double[oracle.dimension()];
    int made = 0;
    while (made < most) {
      int index = next.get() < count ? next.getAndIncrement() : count;
      if (index >= count) {
        break;
      }
      positions.fill(index, u);
      if (oracle instanceof CountedOracle counted) {
        counted.samples(samples, firstSample + index);
      }
      claimed.accept(index);
      if (residuals.length == 0) {
        values[index] = oracle.value(u);
      } else {
        values[index] = oracle.residuals(u, residuals[index]);
      }
      made++;
      if (completed.incrementAndGet() == count) {
        LockSupport.unpark(owner);
      }
    }
    return made;
  }

  /**
   * Tells whether all evaluations have been made. Once it is true their values are visible.
   *
   * @return whether the evaluations are complete
   */
  public boolean isComplete() {
    return completed.get() == wanted;
  }

  /** Has nobody claim any more; complete are they when those claimed before have been made. */
  public void stop() {
    if (wanted == count) {
      wanted = Math.min(next.getAndSet(count), count);
    }
  }

  /** Tells that one that was claimed is not made; it counts as completed. */
  public void abandon() {
    completed.incrementAndGet();
    LockSupport.unpark(owner);
  }

  /** Returns how many were claimed, the first ones; once they are complete. */
  public int claimed() {
    return wanted;
  }

  /** Tells whether none was left out; once they are complete. */
  public boolean isWhole() {
    return wanted == count;
  }

  /** Writes the position of an evaluation. */
  public void position(int index, double[] u) {
    positions.fill(index, u);
  }

  /** Returns the value of one; once they are complete. */
  public double value(int index) {
    return values[index];
  }

  /** Replaces the value of one that failed; once they are complete. */
  public void fails(int index, double value) {
    values[index] = value;
  }

  /**
   * Parks the owner until the evaluations are complete or some time has passed.
   *
   * @param nanos the longest time
   */
  public void park(long nanos) {
    owner = Thread.currentThread();
    if (!isComplete()) {
      LockSupport.parkNanos(this, nanos);
    }
  }

  /** Gives each coordinate that moves the next of the residuals; once they are complete. */
  void distributeResiduals(double[] position, double[] there, double[] columns) {
    int next = 0;
    for (int i = 0; i < position.length; i++) {
      if (there[i] != position[i]) {
        double[] column = residuals[next++];
        System.arraycopy(column, 0, columns, i * column.length, column.length);
      }
    }
  }

  /** The values in the order of the evaluations, once the evaluations are complete. */
  double[] values() {
    return values;
  }
}
