package org.multidescent.engine;

/**
 * The order of virtual time. An event happens in a lane when the lane's clock has a certain value:
 * a call when the clock has counted it, the end of a task when the clock has counted its last call.
 * The lower clock is earlier, at equal clocks the lower lane.
 */
final class Order {

  private Order() {}

  static boolean precedes(long clock, int lane, long otherClock, int otherLane) {
    return clock < otherClock || clock == otherClock && lane < otherLane;
  }

  /** Returns the last clock of a lane that is not after a time. */
  static long lastUntil(long clock, int lane, int ofLane) {
    return ofLane <= lane ? clock : clock - 1;
  }
}
