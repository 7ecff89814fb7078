package org.multidescent.engine.checkpoint;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.multidescent.checkpoint.Decoder;
import org.multidescent.checkpoint.SavedDescent;
import org.multidescent.checkpoint.SavedFault;
import org.multidescent.checkpoint.SavedFrontier;
import org.multidescent.checkpoint.SavedLimits;
import org.multidescent.checkpoint.SavedPerturbation;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.checkpoint.SavedStartRange;
import org.multidescent.checkpoint.SavedStarts;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.SavedTotals;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.descent.Point;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.restart.StartSource;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.report.Counts;
import org.multidescent.report.Fault;
import org.multidescent.report.Origin;

/**
 * Checks that a search can go on from a snapshot: that all counts are counts, all positions lie
 * inside the bounds, and what belongs together has the same length. What rules and policies
 * remember they check themselves.
 */
final class SnapshotCheck {

  /** More than any search has counted, and few enough for sums not to overflow. */
  private static final long MOST = 1L << 60;

  /** More than a policy may ask for at once. */
  private static final long MOST_OUTSTANDING = 1L << 20;

  /** The numbers of a task: what it may use may be without limit, some are the sizes of arrays. */
  private static final int KINDS = Fault.Kind.values().length;

  private final Snapshot snapshot;
  private final SearchSettings settings;
  private final WorkingCoordinates coordinates;
  private final int dimension;

  private SnapshotCheck(Snapshot snapshot, SearchSettings settings) {
    this.snapshot = snapshot;
    this.settings = settings;
    this.coordinates = settings.path().coordinates();
    this.dimension = coordinates.dimension();
  }

  /**
   * Checks a snapshot whose settings are those of the search.
   *
   * @throws org.multidescent.report.CheckpointException if no search can have kept it
   */
  static void require(Snapshot snapshot, SearchSettings settings) {
    SnapshotCheck check = new SnapshotCheck(snapshot, settings);
    check.numbers();
    check.waiting();
    check.tasks();
    check.initialStarts();
  }

  private void numbers() {
    SavedStarts starts = snapshot.starts();
    Decoder.require(
        starts.sampleValues().length == settings.path().starts().sample(),
        starts.sampleValues().length + " values of the first starts");
    require("elapsed", snapshot.elapsedNanos(), MOST);
    require("next start", starts.next(), MOST);
    require("initial evaluations", starts.initialEvaluations() + 1, MOST);
    for (long start : starts.drawn()) {
      require("a start that was drawn", start, StartSource.LAST);
    }
    require("starts to be replaced", starts.replacements(), MOST);
    require("decisions", snapshot.restart().decisions(), MOST);
    totals(snapshot.totals());
  }

  private void totals(SavedTotals totals) {
    Counts counts = totals.counts();
    require("evaluations of values", counts.valueEvaluations(), MOST);
    require("evaluations of gradients", counts.gradientEvaluations(), MOST);
    require("steps", counts.steps(), MOST);
    require("starts", counts.starts(), MOST);
    require("perturbations", counts.perturbations(), MOST);
    require("stalls", counts.stalls(), MOST);
    best(totals.best(), totals.bestPosition());
    SavedDescent descent = totals.bestDescent();
    if (descent != null) {
      origin(descent.origin());
      require("evaluations of a descent", descent.summary().evaluations(), MOST);
    }
    faults(totals.faultCounts(), totals.faults());
  }

  private void waiting() {
    SavedFrontier frontier = snapshot.frontier();
    Decoder.require(
        frontier.values().length == frontier.starts().length, "values of the starts that wait");
    Decoder.require(
        Arrays.stream(frontier.values()).noneMatch(Double::isNaN),
        "the value of a start that waits");
    for (int start : frontier.starts()) {
      require("a start that waits", start, MOST);
    }
    frontier.points().forEach(this::point);
  }

  private void tasks() {
    int most = settings.isReproducible() ? settings.path().lanes() : Integer.MAX_VALUE;
    Set<Integer> seen = new HashSet<>();
    for (SavedTask task : snapshot.tasks()) {
      boolean known = task.index() >= 0 && task.index() < most && seen.add(task.index());
      Decoder.require(known, "a task of index " + task.index());
      task(task);
    }
  }

  /** Until descents begin, each initial start is evaluated, under way, or to be evaluated again. */
  private void initialStarts() {
    SavedStarts starts = snapshot.starts();
    if (snapshot.isInitialised()) {
      return;
    }
    long known = snapshot.counts().starts() + starts.drawn().length;
    for (SavedTask task : snapshot.tasks()) {
      known += task.kind() == TaskKind.INITIAL ? task.starts().count() : 0;
    }
    Decoder.require(known == starts.next(), known + " of " + starts.next() + " initial starts");
  }

  private void task(SavedTask task) {
    totals(task.done());
    limits(task.limits());
    starts(task.starts());
    boolean evaluatesStarts = task.kind() == TaskKind.INITIAL || task.kind() == TaskKind.STARTS;
    Decoder.require(
        evaluatesStarts || task.starts().count() == 0,
        task.starts().count() + " starts of a task " + task.kind());
    boolean needsPoint = task.kind() == TaskKind.DESCENT;
    Decoder.require(!needsPoint || task.point() != null, "a descent without a point");
    boolean needsPerturbation = task.kind() == TaskKind.PERTURBATION;
    Decoder.require(
        !needsPerturbation || task.perturbation() != null, "a perturbation without candidates");
    SavedPerturbation perturbation = task.perturbation();
    if (perturbation != null) {
      perturbation(perturbation);
    }
    SavedPoint point = task.point();
    if (point != null) {
      point(point);
    }
    SavedFault exception = task.exception();
    if (exception != null) {
      fault(exception);
    }
  }

  private static void limits(SavedLimits limits) {
    require("evaluations granted", limits.evaluationsGranted(), Long.MAX_VALUE);
    require("evaluations left", limits.evaluationsLeft(), limits.evaluationsGranted());
    require("steps granted", limits.stepsGranted(), Long.MAX_VALUE);
    require("steps left", limits.stepsLeft(), limits.stepsGranted());
    require("exceptions before a task", limits.exceptionsBefore(), Long.MAX_VALUE);
    require("the allowance of a task", limits.allowance(), MOST_OUTSTANDING);
    require("the noise checks of a task", limits.noiseChecks(), MOST_OUTSTANDING);
  }

  private static void starts(SavedStartRange starts) {
    require("the first start of a task", starts.first(), StartSource.LAST);
    require("the starts of a task", starts.count(), MOST_OUTSTANDING);
    require("the last start of a task", starts.first() + starts.count(), StartSource.LAST + 1);
    require("the starts a task lacks", starts.outstanding(), MOST_OUTSTANDING);
  }

  private void point(SavedPoint point) {
    origin(point.origin());
    require("evaluations of a descent", point.summary().evaluations(), MOST);
    Decoder.require(point.taken() >= -1, "steps of a slice: " + point.taken());
    inside(point.state(), Point.SAVED_POSITION);
  }

  private void origin(Origin origin) {
    if (origin instanceof Origin.Drawn drawn) {
      double[] u = drawn.place().u();
      inside(u, 0);
      boolean whole = u.length == dimension && drawn.place().position().length == dimension;
      Decoder.require(whole, "where a descent began");
    }
  }

  private void perturbation(SavedPerturbation saved) {
    require("the source of a perturbation", saved.origin().place().source(), MOST);
    boolean whole =
        saved.count() >= 1 && saved.candidates().length == (long) saved.count() * dimension;
    Decoder.require(whole, saved.count() + " candidates of a perturbation");
    Decoder.require(
        Arrays.stream(saved.candidates()).noneMatch(Double::isNaN),
        "a candidate of a perturbation");
  }

  /** A task may know of a best value that was found elsewhere: then it has no position for it. */
  private void best(double value, double[] position) {
    Decoder.require(value > Double.NEGATIVE_INFINITY, "best: " + value);
    Decoder.require(position.length == dimension, position.length + " coordinates of the best");
    if (!Arrays.stream(position).allMatch(Double::isNaN)) {
      inside(position, 0);
    }
  }

  private void faults(long[] counts, List<SavedFault> faults) {
    Decoder.require(counts.length == KINDS, counts.length + " kinds of faults");
    for (long count : counts) {
      require("faults", count, MOST);
    }
    faults.forEach(this::fault);
  }

  private void fault(SavedFault fault) {
    Decoder.require(
        fault.position().length == dimension, fault.position().length + " coordinates of a fault");
  }

  private void inside(double[] u, int offset) {
    Decoder.require(u.length >= offset + dimension, u.length + " coordinates of a position");
    for (int i = 0; i < dimension; i++) {
      double coordinate = u[offset + i];
      Decoder.require(
          coordinate >= coordinates.lower(i) && coordinate <= coordinates.upper(i),
          "coordinate %d of a position: %s".formatted(i, coordinate));
    }
  }

  private static void require(String what, long count, long most) {
    Decoder.require(count >= 0 && count <= most, what + ": " + count);
  }
}
