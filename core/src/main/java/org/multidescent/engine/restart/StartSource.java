package org.multidescent.engine.restart;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.budget.ComponentFailure;
import org.multidescent.problem.Box;
import org.multidescent.start.Starts;

/** Hands out the indices of starts, each once, and says where a start lies. */
public final class StartSource {

  /** The last start a search evaluates. */
  public static final long LAST = Integer.MAX_VALUE;

  private static final int LARGEST_CLAIM = 1024;

  private final Starts starts;
  private final long seed;
  private final Box box;
  private final WorkingCoordinates coordinates;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong replacements = new AtomicLong();
  private final Queue<Long> drawn = new ConcurrentLinkedQueue<>();

  public StartSource(Starts starts, long seed, Box box, WorkingCoordinates coordinates) {
    this.starts = starts;
    this.seed = seed;
    this.box = box;
    this.coordinates = coordinates;
  }

  /**
   * Takes indices below a limit.
   *
   * @return the first of them; the limit or more if none is left
   */
  public long claim(int count, long limit) {
    return next.get() >= limit ? limit : next.getAndAdd(count);
  }

  /**
   * Returns how many of so many starts that are wanted may be claimed at once; 0 if none is left.
   */
  public int most(long wanted) {
    return (int) Math.min(Math.min(wanted, LARGEST_CLAIM), Math.max(0, LAST + 1 - next.get()));
  }

  /** Takes an index that was put back; -1 if there is none. */
  public long claimDrawn() {
    Long first = drawn.poll();
    return first != null ? first : -1;
  }

  /** Has indices handed out that were claimed before a checkpoint, and not evaluated. */
  public void putBack(long[] indices) {
    for (long index : indices) {
      drawn.add(index);
    }
  }

  /** Returns the indices that were put back. */
  public List<Long> drawn() {
    return List.copyOf(drawn);
  }

  /** Notes starts without a value, to be replaced by others of the sequence some time. */
  public void replaceLater(long count) {
    replacements.addAndGet(count);
  }

  /** Takes one of the replacements that are replacements; returns whether there was one. */
  public boolean takeReplacement() {
    long count = replacements.get();
    while (count > 0 && !replacements.compareAndSet(count, count - 1)) {
      count = replacements.get();
    }
    return count > 0;
  }

  /** Returns how many starts are to be replaced. */
  public long replacements() {
    return replacements.get();
  }

  /** Sets the next index, once the initial ones have been claimed in chunks. */
  public void resumeAt(long index) {
    next.set(index);
  }

  /** Returns the next index. */
  public long next() {
    return next.get();
  }

  /** Writes the position of a start in working coordinates. */
  public void locate(long index, double[] u) {
    try {
      starts.fill(seed, index, box, u);
    } catch (Throwable failure) {
      throw new ComponentFailure("the starts failed: start " + index, failure);
    }
    if (!box.contains(u)) {
      throw ComponentFailure.broken(
          "the starts failed: start %d: %s (expected: inside %s)"
              .formatted(index, Arrays.toString(u), box));
    }
    coordinates.toWorking(u, u);
  }
}
