package org.multidescent.checkpoint;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;

/**
 * All a search needs to go on: copied at one moment, when nothing moved.
 *
 * @param identity what must be the same when it goes on: names of settings and their values
 * @param settings the settings that are numbers
 * @param budget what the search is allowed in all
 * @param elapsedNanos how long it has worked
 * @param nextStart the first start not yet drawn
 * @param startValues the values of the first starts
 * @param initialCalls the calls for the initial starts; -1 while these are not all evaluated
 * @param owed starts to be drawn in the place of broken ones
 * @param decisions how often the renewal has decided
 * @param renewal what the renewal has learned
 * @param catalogue the optima
 * @param counts evaluations, gradients, steps, starts, hops and stalls
 * @param best the lowest value
 * @param bestPosition where, in working coordinates
 * @param faultCounts how many calls failed, by the order of the kinds
 * @param faults the first of them
 * @param coldValues the values of the starts that wait
 * @param coldStarts their indices
 * @param points the points that descend: those in workers' hands, then those that wait, in the
 *     order in which they were offered
 * @param unfinished what had been given out and was not done
 */
public record Snapshot(
    Map<String, String> identity,
    Numbers settings,
    Budget budget,
    long elapsedNanos,
    long nextStart,
    double[] startValues,
    long initialCalls,
    long owed,
    long decisions,
    double[] renewal,
    byte[] catalogue,
    long[] counts,
    double best,
    double[] bestPosition,
    long[] faultCounts,
    List<SavedFault> faults,
    double[] coldValues,
    int[] coldStarts,
    List<SavedPoint> points,
    SavedWorker unfinished) {

  /** How many counters there are. */
  public static final int COUNTS = 6;

  /**
   * The settings that are numbers.
   *
   * @param seed of all random numbers
   * @param pool how many starts are evaluated at first
   * @param sample how many of them tell how far values are spread
   * @param coarse the share of descents with a coarse first stage
   * @param slice how many steps a point takes before a worker looks at the frontier
   * @param unitBox whether steps are measured as fractions of the box
   */
  public record Numbers(
      long seed, int pool, int sample, double coarse, int slice, boolean unitBox) {}

  /**
   * Returns the snapshot as bytes.
   *
   * @return a new array
   */
  public byte[] encode() {
    Encoder out = new Encoder();
    out.putInt(identity.size());
    identity.forEach(
        (name, value) -> {
          out.putString(name);
          out.putString(value);
        });
    out.putLong(settings.seed);
    out.putInt(settings.pool);
    out.putInt(settings.sample);
    out.putDouble(settings.coarse);
    out.putInt(settings.slice);
    out.putBoolean(settings.unitBox);
    out.putDouble(budget.target());
    out.putLong(budget.evaluations());
    out.putLong(budget.steps());
    out.putLong(budget.stalls());
    out.putLong(budget.time().toNanos());
    out.putLong(elapsedNanos);
    out.putLong(nextStart);
    out.putDoubles(startValues);
    out.putLong(initialCalls);
    out.putLong(owed);
    out.putLong(decisions);
    out.putDoubles(renewal);
    out.putBytes(catalogue);
    out.putLongs(counts);
    out.putDouble(best);
    out.putDoubles(bestPosition);
    out.putLongs(faultCounts);
    out.putList(faults, SavedFault::write);
    out.putDoubles(coldValues);
    out.putInts(coldStarts);
    out.putList(points, SavedPoint::write);
    unfinished.write(out);
    return out.bytes();
  }

  /**
   * Reads a snapshot.
   *
   * @param bytes what {@link #encode} returned
   * @return the snapshot
   * @throws CheckpointException if the bytes make no sense
   */
  public static Snapshot decode(byte[] bytes) {
    Decoder in = new Decoder(bytes);
    try {
      Snapshot snapshot = read(in);
      in.requireEnd();
      return snapshot;
    } catch (IllegalArgumentException senseless) {
      throw new CheckpointException("checkpoint: " + senseless.getMessage());
    }
  }

  private static Snapshot read(Decoder in) {
    Map<String, String> identity = new LinkedHashMap<>();
    for (int left = in.getLength(2); left > 0; left--) {
      String name = Objects.requireNonNullElse(in.getString(), "");
      identity.put(name, Objects.requireNonNullElse(in.getString(), ""));
    }
    return new Snapshot(
        identity,
        new Numbers(
            in.getLong(), in.getInt(), in.getInt(), in.getDouble(), in.getInt(), in.getBoolean()),
        new Budget(
            in.getDouble(),
            in.getLong(),
            in.getLong(),
            in.getLong(),
            Duration.ofNanos(in.getLong())),
        in.getLong(),
        in.getLong(),
        in.getDoubles(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getDoubles(),
        in.getBytes(),
        in.getLongs(),
        in.getDouble(),
        in.getDoubles(),
        in.getLongs(),
        in.getList(SavedFault::read),
        in.getDoubles(),
        in.getInts(),
        in.getList(SavedPoint::read),
        SavedWorker.read(in));
  }

  /**
   * Returns how many lanes the search has.
   *
   * @return 1 or more, or 0 if it is free-running
   */
  public int lanes() {
    String lanes = identity.getOrDefault("lanes", "0");
    Decoder.require(lanes.matches("[0-9]{1,4}"), "lanes: " + lanes);
    return Integer.parseInt(lanes);
  }
}
