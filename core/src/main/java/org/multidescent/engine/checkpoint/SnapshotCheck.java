package org.multidescent.engine.checkpoint;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.multidescent.checkpoint.Decoder;
import org.multidescent.checkpoint.SavedFault;
import org.multidescent.checkpoint.SavedPerturbation;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.descent.Point;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.settings.SearchSettings;
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
  private static final long MOST_OWED = 1L << 20;

  /** The numbers of a task: what it may use may be without limit, some are the sizes of arrays. */
  private static final int NUMBERS = 16;

  private static final int FIRST_ALLOWANCE = 4;
  private static final int LAST_ALLOWANCE = 9;
  private static final int TOLERATED = 8;
  private static final int ALLOWANCE = 10;
  private static final int PLANTED = 12;
  private static final int OWED = 13;
  private static final int KINDS = Fault.Kind.values().length;

  private final Snapshot snapshot;
  private final SearchSettings settings;
  private final WorkingCoordinates coordinates;
  private final int dimension;

  private SnapshotCheck(Snapshot snapshot, SearchSettings settings) {
    this.snapshot = snapshot;
    this.settings = settings;
    this.coordinates = settings.coordinates();
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
  }

  private void numbers() {
    Decoder.require(
        snapshot.startValues().length == settings.sample(),
        snapshot.startValues().length + " values of the first starts");
    require("elapsed", snapshot.elapsedNanos(), MOST);
    require("next start", snapshot.nextStart(), MOST);
    require("initial calls", snapshot.initialCalls() + 1, MOST);
    require("owed", snapshot.owed(), MOST_OWED * settings.workers());
    require("decisions", snapshot.decisions(), MOST);
    Decoder.require(
        snapshot.counts().length == Snapshot.COUNTS, snapshot.counts().length + " counters");
    for (long count : snapshot.counts()) {
      require("counters", count, MOST);
    }
    best(snapshot.best(), snapshot.bestPosition());
    faults(snapshot.faultCounts(), snapshot.faults());
  }

  private void waiting() {
    Decoder.require(
        snapshot.coldValues().length == snapshot.coldStarts().length,
        "values of the starts that wait");
    Decoder.require(
        Arrays.stream(snapshot.coldValues()).noneMatch(Double::isNaN),
        "the value of a start that waits");
    for (int start : snapshot.coldStarts()) {
      require("a start that waits", start, MOST);
    }
    for (long start : snapshot.unfinished().starts()) {
      require("a start that was drawn", start, MOST);
    }
    snapshot.points().forEach(this::point);
    snapshot.unfinished().hops().forEach(this::perturbation);
  }

  private void tasks() {
    List<SavedTask> tasks = snapshot.unfinished().tasks();
    Set<Integer> seen = new HashSet<>();
    for (SavedTask task : tasks) {
      boolean known = task.lane() >= 0 && task.lane() < settings.lanes() && seen.add(task.lane());
      Decoder.require(known, "a task of lane " + task.lane());
      task(task);
    }
  }

  private void task(SavedTask task) {
    long[] numbers = task.numbers();
    Decoder.require(numbers.length == NUMBERS, numbers.length + " numbers of a task");
    for (int k = 0; k < NUMBERS; k++) {
      long most = k >= FIRST_ALLOWANCE && k <= LAST_ALLOWANCE ? Long.MAX_VALUE : MOST;
      boolean isSize = k == ALLOWANCE || k == PLANTED || k == OWED;
      if (k != TOLERATED) {
        require("a number of a task", numbers[k], isSize ? MOST_OWED : most);
      }
    }
    best(task.best(), task.bestPosition());
    faults(task.faultCounts(), task.faults());
    SavedPerturbation hop = task.hop();
    if (hop != null) {
      perturbation(hop);
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

  private void point(SavedPoint point) {
    origin(point.origin());
    require("calls of a descent", point.course().evaluations(), MOST);
    Decoder.require(point.taken() >= -1, "steps of a slice: " + point.taken());
    inside(point.state(), Point.SAVED_POSITION);
  }

  private void origin(Origin origin) {
    if (origin instanceof Origin.Perturbation hop) {
      inside(hop.position(), 0);
      Decoder.require(hop.position().length == dimension, "where a descent began");
    }
  }

  private void perturbation(SavedPerturbation hop) {
    require("the source of a hop", hop.source(), MOST);
    boolean whole = hop.count() >= 1 && hop.candidates().length == (long) hop.count() * dimension;
    Decoder.require(whole, hop.count() + " candidates of a hop");
    Decoder.require(
        Arrays.stream(hop.candidates()).noneMatch(Double::isNaN), "a candidate of a hop");
  }

  private void best(double value, double[] position) {
    Decoder.require(value > Double.NEGATIVE_INFINITY, "best: " + value);
    Decoder.require(position.length == dimension, position.length + " coordinates of the best");
    if (value < Double.POSITIVE_INFINITY) {
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
