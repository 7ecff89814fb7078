package org.multidescent.checkpoint;

import org.jspecify.annotations.Nullable;

/**
 * A task: what a worker of a free-running search, or a lane of a reproducible one, is at.
 *
 * @param index the number of the worker or lane
 * @param kind what it has to do
 * @param dispatched whether it has been decided what the task may use; if not, it waits for that
 * @param done what it has done that the search has not counted yet
 * @param limits what it may use
 * @param starts the starts it evaluates, or the one it descends from
 * @param perturbation the perturbation whose candidates are to be evaluated, or null
 * @param point the point that descends, or null
 * @param exception the last exception of the task, or null
 */
public record SavedTask(
    int index,
    TaskKind kind,
    boolean dispatched,
    SavedTotals done,
    SavedLimits limits,
    SavedStartRange starts,
    @Nullable SavedPerturbation perturbation,
    @Nullable SavedPoint point,
    @Nullable SavedFault exception) {

  /**
   * Returns how many points of a search the task stands for: the one it is at, and the fresh starts
   * it is to evaluate.
   *
   * @return the number; initial starts are not counted before they are evaluated
   */
  public long points() {
    long points =
        switch (kind) {
          case NONE, INITIAL -> 0;
          case STARTS -> starts.count();
          case PERTURBATION, COLD, DESCENT -> 1;
        };
    return points + starts.outstanding();
  }

  /**
   * Returns the task with other totals.
   *
   * @param other what it has done
   * @return the task
   */
  public SavedTask having(SavedTotals other) {
    return new SavedTask(
        index, kind, dispatched, other, limits, starts, perturbation, point, exception);
  }

  void write(Encoder out) {
    out.putInt(index);
    kind.write(out);
    out.putBoolean(dispatched);
    done.write(out);
    limits.write(out);
    starts.write(out);
    out.putBoolean(perturbation != null);
    if (perturbation != null) {
      perturbation.write(out);
    }
    out.putBoolean(point != null);
    if (point != null) {
      point.write(out);
    }
    out.putBoolean(exception != null);
    if (exception != null) {
      exception.write(out);
    }
  }

  static SavedTask read(Decoder in) {
    return new SavedTask(
        in.getInt(),
        TaskKind.read(in),
        in.getBoolean(),
        SavedTotals.read(in),
        SavedLimits.read(in),
        SavedStartRange.read(in),
        in.getBoolean() ? SavedPerturbation.read(in) : null,
        in.getBoolean() ? SavedPoint.read(in) : null,
        in.getBoolean() ? SavedFault.read(in) : null);
  }
}
