package org.multidescent.checkpoint;

import org.jspecify.annotations.Nullable;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Fault;

/**
 * A call of the objective that failed. What it threw is kept as text.
 *
 * @param kind what was wrong
 * @param position where, in the problem's coordinates
 * @param value what it returned
 * @param thrown what it threw, or null
 */
public record SavedFault(
    Fault.Kind kind, double[] position, double value, @Nullable String thrown) {

  /**
   * Saves a fault.
   *
   * @param fault the fault
   * @return its content
   */
  public static SavedFault of(Fault fault) {
    Throwable cause = fault.cause();
    String thrown = cause == null ? null : cause.getClass().getName();
    return new SavedFault(fault.kind(), fault.position(), fault.value(), thrown);
  }

  /**
   * Returns the fault again; the cause is one that names the class of the former.
   *
   * @return the fault
   */
  public Fault fault() {
    Throwable cause =
        thrown == null ? null : new IllegalStateException(thrown + " before the checkpoint");
    return new Fault(kind, position, value, cause);
  }

  void write(Encoder out) {
    out.putInt(kind.ordinal());
    out.putDoubles(position);
    out.putDouble(value);
    out.putString(thrown);
  }

  static SavedFault read(Decoder in) {
    int kind = in.getInt();
    if (kind < 0 || kind >= Fault.Kind.values().length) {
      throw new CheckpointException(
          "checkpoint: a fault of kind " + kind + " (expected: a known one)");
    }
    return new SavedFault(
        Fault.Kind.values()[kind], in.getDoubles(), in.getDouble(), in.getString());
  }
}
