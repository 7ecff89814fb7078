package org.multidescent.engine.checkpoint;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedFrontier;
import org.multidescent.checkpoint.SavedLimits;
import org.multidescent.checkpoint.SavedPerturbation;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.checkpoint.SavedRestart;
import org.multidescent.checkpoint.SavedStartRange;
import org.multidescent.checkpoint.SavedStarts;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.SavedTotals;
import org.multidescent.checkpoint.SavedWork;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;
import org.multidescent.report.TestCounts;

/** The snapshot of a small search that has evaluated its four initial starts; for tests. */
public final class TestSnapshot {

  public static final SavedLimits LIMITS = new SavedLimits(100, 60, 50, 40, 0, 90, 1, 2);

  /** What was done, and found at the lower corner of the unit box. */
  public SavedTotals totals = totals(TestCounts.of(4, 0, 0, 4, 0, 0), 3, 0, 0);

  public SavedStarts starts = new SavedStarts(4, new double[4], 4, new long[0], 0);
  public SavedRestart restart =
      new SavedRestart(0, new double[0], new byte[0], new byte[0], new byte[0]);
  public SavedFrontier frontier =
      new SavedFrontier(new double[] {3, 4}, new int[] {0, 1}, List.of());
  public List<SavedTask> tasks = List.of();
  public long elapsedNanos = 1;
  public @Nullable Ending ending;

  public static SavedTotals totals(Counts counts, double best, double... position) {
    return new SavedTotals(
        counts, best, position, null, new long[Fault.Kind.values().length], List.of());
  }

  /** A task that has done nothing yet. */
  public static SavedTask task(
      int index,
      TaskKind kind,
      SavedStartRange starts,
      @Nullable SavedPerturbation perturbation,
      @Nullable SavedPoint point) {
    SavedTotals nothing = totals(Counts.NONE, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN);
    return new SavedTask(index, kind, true, nothing, LIMITS, starts, perturbation, point, null);
  }

  public Snapshot of(SearchSettings settings) {
    return new Snapshot(
        Fingerprint.of(settings),
        settings.saved(),
        settings.budget(),
        new SavedWork(elapsedNanos, ending),
        starts,
        restart,
        totals,
        frontier,
        tasks);
  }
}
