package org.multidescent.learning;

import org.multidescent.util.Require;

/** How a learning rate shrinks with the gradients a descent has asked. An immutable value. */
public interface Decay {

  /**
   * Returns what the rate is multiplied with.
   *
   * @param gradients how many gradients the descent has asked
   * @return 0 to 1; a descent at 0 has ended
   */
  double factor(long gradients);

  /**
   * Returns the rate that stays as it is.
   *
   * @return the schedule
   */
  static Decay none() {
    return new Schedule(Form.NONE, 1);
  }

  /**
   * Returns the rate that shrinks with the square root of the gradients (Zinkevich 2003).
   *
   * @param gradients after how many it is down to {@code 1 / sqrt(2)}, 1 or more
   * @return the schedule
   * @throws IllegalArgumentException if {@code gradients} is below 1
   */
  static Decay squareRoot(long gradients) {
    return new Schedule(Form.SQUARE_ROOT, gradients);
  }

  /**
   * Returns the rate that shrinks to 0 in equal steps.
   *
   * @param gradients after how many it is 0, 1 or more
   * @return the schedule
   * @throws IllegalArgumentException if {@code gradients} is below 1
   */
  static Decay linear(long gradients) {
    return new Schedule(Form.LINEAR, gradients);
  }

  /**
   * Returns the rate that shrinks to 0 along half a cosine wave (Loshchilov and Hutter 2017).
   *
   * @param gradients after how many it is 0, 1 or more
   * @return the schedule
   * @throws IllegalArgumentException if {@code gradients} is below 1
   */
  static Decay cosine(long gradients) {
    return new Schedule(Form.COSINE, gradients);
  }

  /** The forms of the schedules above. */
  enum Form {
    /** Constant. */
    NONE,
    /** With the square root. */
    SQUARE_ROOT,
    /** In equal steps. */
    LINEAR,
    /** Along half a wave. */
    COSINE
  }

  /**
   * A schedule of one of the forms above.
   *
   * @param form its form
   * @param gradients its length
   */
  record Schedule(Form form, long gradients) implements Decay {

    /**
     * Creates a schedule.
     *
     * @param form its form
     * @param gradients its length, 1 or more
     * @throws IllegalArgumentException if {@code gradients} is below 1
     */
    public Schedule {
      Require.atLeast("gradients", gradients, 1);
    }

    @Override
    public double factor(long asked) {
      double part = Math.min(1, (double) asked / gradients);
      return switch (form) {
        case NONE -> 1;
        case SQUARE_ROOT -> 1 / Math.sqrt(1 + (double) asked / gradients);
        case LINEAR -> 1 - part;
        case COSINE -> part == 1 ? 0 : (1 + Math.cos(Math.PI * part)) / 2;
      };
    }
  }
}
