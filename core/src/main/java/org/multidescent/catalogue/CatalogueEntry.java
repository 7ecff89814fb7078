package org.multidescent.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.multidescent.checkpoint.Decoder;
import org.multidescent.checkpoint.Encoder;
import org.multidescent.checkpoint.Origins;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Estimate;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;

/**
 * The best hit of an optimum and the counts of all its hits. The counts do not depend on the order
 * of the hits: lowest and highest value, numbers, the earliest sight, the lowest indices of starts.
 */
public final class CatalogueEntry {

  private double[] x;
  private Estimate estimate;
  private Origin origin;
  private DescentSummary summary;

  private double highest;
  private long hits;
  private long startHits;

  /** Of the hits whose descents were finished: the lowest value, its end, those from starts. */
  private double finishedValue = Double.POSITIVE_INFINITY;

  private DescentEnd finishedEnd = DescentEnd.UNDER_WAY;
  private long finishedStartHits;

  private long firstSeen;
  private long[] starts = {};

  /** Set by the catalogue that holds the entry; -1: none does. */
  public long id = -1;

  /** The keys under which the catalogue that holds the entry has filed it. */
  public double indexedValue;

  public double indexedProjection;

  /** Whether the catalogue that holds the entry has counted it as finished. */
  public boolean isCounted;

  public CatalogueEntry(
      double[] x, Estimate estimate, Origin origin, DescentSummary summary, long evaluation) {
    this.x = x.clone();
    this.estimate = estimate;
    this.origin = origin;
    this.summary = summary;
    highest = Double.NEGATIVE_INFINITY;
    firstSeen = Long.MAX_VALUE;
    count(estimate.mean(), origin, summary.end(), evaluation);
  }

  private CatalogueEntry(CatalogueEntry other) {
    x = other.x;
    estimate = other.estimate;
    origin = other.origin;
    summary = other.summary;
    highest = other.highest;
    hits = other.hits;
    startHits = other.startHits;
    finishedValue = other.finishedValue;
    finishedEnd = other.finishedEnd;
    finishedStartHits = other.finishedStartHits;
    firstSeen = other.firstSeen;
    starts = other.starts;
  }

  /** Reads an entry, with the id it had. */
  public CatalogueEntry(Decoder in) {
    id = in.getLong();
    x = in.getDoubles();
    estimate = new Estimate(in.getDouble(), in.getDouble(), in.getLong());
    origin = Origins.read(in);
    summary = Origins.readSummary(in);
    highest = in.getDouble();
    hits = in.getLong();
    startHits = in.getLong();
    finishedValue = in.getDouble();
    finishedEnd = Origins.readEnd(in);
    finishedStartHits = in.getLong();
    firstSeen = in.getLong();
    starts = in.getLongs();
    boolean counted = hits >= 1 && startHits >= 0 && startHits <= hits && firstSeen >= 0;
    boolean finished =
        finishedValue < Double.POSITIVE_INFINITY
            ? finishedEnd.isFinished() && (finishedValue >= value() || estimate.isNoisy())
            : !finishedEnd.isFinished() && finishedStartHits == 0;
    counted &= finished && finishedStartHits >= 0 && finishedStartHits <= startHits;
    boolean ascending = starts.length <= Optimum.STARTS && (starts.length == 0 || starts[0] >= 0);
    for (int k = 1; k < starts.length; k++) {
      ascending &= starts[k - 1] < starts[k];
    }
    Decoder.require(counted && ascending && highest >= value(), "optimum " + id + ": its counts");
  }

  public void write(Encoder out) {
    out.putLong(id);
    out.putDoubles(x);
    out.putDouble(estimate.mean());
    out.putDouble(estimate.deviation());
    out.putLong(estimate.evaluations());
    Origins.write(origin, out);
    Origins.write(summary, out);
    out.putDouble(highest);
    out.putLong(hits);
    out.putLong(startHits);
    out.putDouble(finishedValue);
    Origins.write(finishedEnd, out);
    out.putLong(finishedStartHits);
    out.putLong(firstSeen);
    out.putLongs(starts);
  }

  /** Returns an entry with the same content that no catalogue holds. */
  public CatalogueEntry copy() {
    return new CatalogueEntry(this);
  }

  /** Takes one hit; returns whether it is the best so far, so that the entry has moved. */
  public boolean hit(
      double[] x, Estimate estimate, Origin origin, DescentSummary summary, long evaluation) {
    count(estimate.mean(), origin, summary.end(), evaluation);
    if (!leads(estimate, x)) {
      return false;
    }
    this.x = x.clone();
    this.estimate = estimate;
    this.origin = origin;
    this.summary = summary;
    return true;
  }

  /** Takes the hits of another entry; returns whether the best was among them. */
  public boolean absorb(CatalogueEntry other) {
    highest = Math.max(highest, other.highest);
    hits += other.hits;
    startHits += other.startHits;
    finishedStartHits += other.finishedStartHits;
    finish(other.finishedValue, other.finishedEnd);
    firstSeen = Math.min(firstSeen, other.firstSeen);
    for (long start : other.starts) {
      addStart(start);
    }
    if (!leads(other.estimate, other.x)) {
      return false;
    }
    x = other.x;
    estimate = other.estimate;
    origin = other.origin;
    summary = other.summary;
    return true;
  }

  /** Returns the position of the best hit, never written to after this. */
  public double[] x() {
    return x;
  }

  public double value() {
    return estimate.mean();
  }

  public Estimate estimate() {
    return estimate;
  }

  public long hits() {
    return hits;
  }

  /** Returns how many descents from starts were finished here. */
  public long finishedStartHits() {
    return finishedStartHits;
  }

  /**
   * Tells whether this is a local optimum: a descent was finished here, and no lower value was
   * found nearby that would tell otherwise.
   */
  public boolean isFinished(Tolerance tolerance) {
    return tolerance.isNegligible(finishedValue, value());
  }

  /** Returns how the best hit's descent ended, or that of one finished that is as good as it. */
  private DescentEnd end(Tolerance tolerance) {
    return isFinished(tolerance) && !summary.end().isFinished() ? finishedEnd : summary.end();
  }

  public Optimum optimum(Tolerance tolerance, UnaryOperator<double[]> coordinates) {
    List<Long> indices = new ArrayList<>(starts.length);
    for (long start : starts) {
      indices.add(start);
    }
    return new Optimum(
        id,
        coordinates.apply(x.clone()),
        estimate,
        highest,
        hits,
        firstSeen,
        origin,
        summary.endedBy(end(tolerance)),
        indices);
  }

  private void finish(double value, DescentEnd end) {
    if (value < finishedValue || value == finishedValue && end.compareTo(finishedEnd) < 0) {
      finishedValue = value;
      finishedEnd = end;
    }
  }

  private void count(double value, Origin origin, DescentEnd end, long evaluation) {
    highest = Math.max(highest, value);
    hits++;
    firstSeen = Math.min(firstSeen, evaluation);
    if (end.isFinished()) {
      finish(value, end);
    }
    if (origin instanceof Origin.Start start) {
      startHits++;
      finishedStartHits += end.isFinished() ? 1 : 0;
      addStart(start.index());
    }
  }

  private void addStart(long start) {
    int length = starts.length;
    if (length == Optimum.STARTS && start >= starts[length - 1]) {
      return;
    }
    int at = Arrays.binarySearch(starts, start);
    if (at >= 0) {
      return;
    }
    int rank = -at - 1;
    long[] longer = new long[Math.min(length + 1, Optimum.STARTS)];
    System.arraycopy(starts, 0, longer, 0, rank);
    longer[rank] = start;
    System.arraycopy(starts, rank, longer, rank + 1, longer.length - rank - 1);
    starts = longer;
  }

  /** Hits are compared by their upper confidence bounds; without noise, by their values. */
  private boolean leads(Estimate other, double[] x) {
    double bound = other.upper();
    return bound < estimate.upper() || bound == estimate.upper() && Arrays.compare(x, this.x) < 0;
  }
}
