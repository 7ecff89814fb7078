package org.multidescent.engine;

import java.util.concurrent.atomic.AtomicLong;

/** The lowest value of all workers, kept only while somebody records new best values. */
final class Leader {

  private final AtomicLong best =
      new AtomicLong(Double.doubleToRawLongBits(Double.POSITIVE_INFINITY));

  /** Takes a value that is a worker's own lowest. */
  void note(double value) {
    if (Journal.recordsBest()) {
      lower(value);
    }
  }

  private void lower(double value) {
    while (true) {
      long bits = best.get();
      double known = Double.longBitsToDouble(bits);
      if (!(value < known)) {
        return;
      }
      if (best.compareAndSet(bits, Double.doubleToRawLongBits(value))) {
        Journal.best(value, known);
        return;
      }
    }
  }
}
