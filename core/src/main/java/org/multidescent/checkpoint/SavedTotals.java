package org.multidescent.checkpoint;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Counts;

/**
 * What a search, or one task of it, has done and found.
 *
 * @param counts what was done
 * @param best the lowest value known
 * @param bestPosition where, in working coordinates; of a task: if the task found it
 * @param bestDescent which descent found it; null if none did, or another task
 * @param faultCounts how many evaluations failed, by the order of the kinds
 * @param faults the first of them
 */
public record SavedTotals(
    Counts counts,
    double best,
    double[] bestPosition,
    @Nullable SavedDescent bestDescent,
    long[] faultCounts,
    List<SavedFault> faults) {

  /**
   * Returns these totals with the best of others.
   *
   * @param other whose best value it is to be
   * @return the totals
   */
  public SavedTotals withBestOf(SavedTotals other) {
    return new SavedTotals(
        counts, other.best, other.bestPosition, other.bestDescent, faultCounts, faults);
  }

  void write(Encoder out) {
    write(counts, out);
    out.putDouble(best);
    out.putDoubles(bestPosition);
    out.putBoolean(bestDescent != null);
    if (bestDescent != null) {
      bestDescent.write(out);
    }
    out.putLongs(faultCounts);
    out.putList(faults, SavedFault::write);
  }

  static SavedTotals read(Decoder in) {
    return new SavedTotals(
        counts(in),
        in.getDouble(),
        in.getDoubles(),
        in.getBoolean() ? SavedDescent.read(in) : null,
        in.getLongs(),
        in.getList(SavedFault::read));
  }

  private static void write(Counts counts, Encoder out) {
    out.putLong(counts.valueEvaluations());
    out.putLong(counts.gradientEvaluations());
    out.putLong(counts.steps());
    out.putLong(counts.starts());
    out.putLong(counts.perturbations());
    out.putLong(counts.stalls());
  }

  private static Counts counts(Decoder in) {
    return new Counts(
        in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong());
  }
}
