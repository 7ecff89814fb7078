package org.multidescent.checkpoint;

/**
 * What a task of an ordered search may use.
 *
 * @param evaluationsGranted the evaluations set aside for it
 * @param evaluationsLeft how many of them are left
 * @param stepsGranted the steps set aside for it
 * @param stepsLeft how many of them are left
 * @param exceptionsBefore the exceptions counted when it was dispatched
 * @param evaluationsEnd after how many evaluations it ends, at the end of a step
 * @param allowance how many times the usual evaluations its last step may use
 */
public record SavedLimits(
    long evaluationsGranted,
    long evaluationsLeft,
    long stepsGranted,
    long stepsLeft,
    long exceptionsBefore,
    long evaluationsEnd,
    int allowance) {

  void write(Encoder out) {
    out.putLong(evaluationsGranted);
    out.putLong(evaluationsLeft);
    out.putLong(stepsGranted);
    out.putLong(stepsLeft);
    out.putLong(exceptionsBefore);
    out.putLong(evaluationsEnd);
    out.putInt(allowance);
  }

  static SavedLimits read(Decoder in) {
    return new SavedLimits(
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getInt());
  }
}
