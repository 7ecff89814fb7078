package org.multidescent.engine.restart;

import java.util.Arrays;
import org.multidescent.checkpoint.Decoder;
import org.multidescent.checkpoint.Encoder;

/**
 * Successive halving inside the frontier (Jamieson and Talwalkar 2016; ASHA: Li et al. 2020).
 * Descents along sampled gradients are compared at rungs, which each cost three times what the one
 * before did. A point that comes to a rung goes back to the frontier, which orders points by rung,
 * then by value; the one that is taken goes on if it is among the lowest third of all that have
 * come to its rung, or the lowest of all. Else it waits as long as others are under way to that
 * rung, and is outrun then.
 *
 * <p>Safe to use from any thread.
 */
public final class Race {

  /** What becomes of a point that is taken from the frontier. */
  public enum Decision {
    /** It goes on. */
    GO_ON,
    /** It goes back to the frontier until others have come as far. */
    WAIT,
    /** It ends. */
    END
  }

  private static final int MOST_RUNGS = 40;
  private static final int SHARE = 3;
  private static final int FIRST_EXPONENT = 960;
  private static final int LOST_BITS = 11;

  private final int[] underWay = new int[MOST_RUNGS];
  private double[][] values = new double[MOST_RUNGS][0];

  /** Returns what orders points by rung, then by value, after all values of starts. */
  static double key(int rung, double value) {
    long bits = Double.doubleToRawLongBits(value + 0.0);
    long ordered = bits ^ ((bits >> 63) & Long.MAX_VALUE);
    double share = Math.scalb((double) (ordered >> LOST_BITS), LOST_BITS - Long.SIZE);
    return Math.scalb(1.5 + share, FIRST_EXPONENT + Math.min(rung, MOST_RUNGS));
  }

  /** Tells that a point is under way from a rung. */
  public synchronized void enter(int rung) {
    underWay[Math.min(rung, MOST_RUNGS - 1)]++;
  }

  /** Tells that a point that was under way from a rung is no longer. */
  public synchronized void leave(int rung) {
    underWay[Math.min(rung, MOST_RUNGS - 1)]--;
  }

  /** Enters the value of a point that has come to a rung, 1 or more. */
  public synchronized void reached(int rung, double value) {
    int at = Math.min(rung, MOST_RUNGS - 1);
    double[] known = values[at];
    int place = Arrays.binarySearch(known, value);
    place = place < 0 ? -place - 1 : place;
    double[] more = Arrays.copyOf(known, known.length + 1);
    System.arraycopy(known, place, more, place + 1, known.length - place);
    more[place] = value;
    values[at] = more;
  }

  /** Decides about a point that has come to a rung, and is the first of those that wait. */
  public synchronized Decision decide(int rung, double value) {
    int at = Math.min(rung, MOST_RUNGS - 1);
    int place = Arrays.binarySearch(values[at], value);
    int lower = place < 0 ? -place - 1 : place;
    if (lower < Math.max(1, values[at].length / SHARE)) {
      return Decision.GO_ON;
    }
    return Arrays.stream(underWay, 0, at).allMatch(count -> count == 0)
        ? Decision.END
        : Decision.WAIT;
  }

  /** Writes what has been compared, for a checkpoint. */
  synchronized void write(Encoder out) {
    for (double[] rung : values) {
      out.putDoubles(rung);
    }
  }

  /** Takes back what {@link #write} wrote. */
  synchronized void read(Decoder in) {
    double[][] read = new double[MOST_RUNGS][];
    for (int rung = 0; rung < MOST_RUNGS; rung++) {
      read[rung] = in.getDoubles();
      double[] sorted = read[rung].clone();
      Arrays.sort(sorted);
      boolean finite = Arrays.stream(sorted).allMatch(Double::isFinite);
      Decoder.require(finite && Arrays.equals(sorted, read[rung]), "values compared at a rung");
    }
    values = read;
  }
}
