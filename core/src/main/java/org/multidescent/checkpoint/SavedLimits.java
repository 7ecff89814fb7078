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
 * @param noiseChecks how often it may still evaluate a position again to find out whether there is
 *     noise
 */
public record SavedLimits(
    long evaluationsGranted,
    long evaluationsLeft,
    long stepsGranted,
    long stepsLeft,
    long exceptionsBefore,
    long evaluationsEnd,
    int allowance,
    int noiseChecks) {

  void write(Encoder out) {
    out.putLong(evaluationsGranted);
    out.putLong(evaluationsLeft);
    out.putLong(stepsGranted);
    out.putLong(stepsLeft);
    out.putLong(exceptionsBefore);
    out.putLong(evaluationsEnd);
    out.putInt(allowance);
    out.putInt(noiseChecks);
  }

  static SavedLimits read(Decoder in) {
    return new SavedLimits(
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getInt(),
        in.getInt());
  }
}
