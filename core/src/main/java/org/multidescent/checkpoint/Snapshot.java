package org.multidescent.checkpoint;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Counts;

/**
 * All a search needs to go on: copied at one moment, between two commits.
 *
 * @param identity what must be the same when it goes on: names of settings and their values
 * @param settings the settings that need not be given again
 * @param budget what the search is allowed in all
 * @param work how long it has worked, and why it ended
 * @param starts how far it has come with its starts
 * @param restart what it knows of ended descents
 * @param totals what it has done, but for the tasks
 * @param frontier what waits
 * @param tasks what it is at; of a reproducible search: the tasks under way in their order, then
 *     those that wait in theirs, then the lanes that have none
 */
public record Snapshot(
    Map<String, String> identity,
    Numbers settings,
    Budget budget,
    SavedWork work,
    SavedStarts starts,
    SavedRestart restart,
    SavedTotals totals,
    SavedFrontier frontier,
    List<SavedTask> tasks) {

  /**
   * The settings that need not be given again.
   *
   * @param seed of all random numbers
   * @param initialStarts how many starts are evaluated before descents from any but the first
   * @param firstStarts how many starts are evaluated before any descent
   * @param sample how many of them tell how far values are spread
   * @param coarseShare the share of descents with a coarse first stage
   * @param slice how many steps a point takes before a worker looks at the frontier
   * @param unitBox whether steps are measured as fractions of the box
   * @param safety what was done so that nothing was lost
   */
  public record Numbers(
      long seed,
      int initialStarts,
      int firstStarts,
      int sample,
      double coarseShare,
      int slice,
      boolean unitBox,
      SavedSafety safety) {

    /**
     * Puts those that decide the path of a search into what identifies it.
     *
     * @param identity names of settings with their values
     */
    public void identify(Map<String, String> identity) {
      identity.put("seed", Long.toString(seed));
      identity.put("initial starts", Integer.toString(initialStarts));
      identity.put("first starts", Integer.toString(firstStarts));
      identity.put("sample", Integer.toString(sample));
      identity.put("coarse share", Double.toString(coarseShare));
      identity.put("slice", Integer.toString(slice));
      identity.put("unit box", Boolean.toString(unitBox));
    }

    void write(Encoder out) {
      out.putLong(seed);
      out.putInt(initialStarts);
      out.putInt(firstStarts);
      out.putInt(sample);
      out.putDouble(coarseShare);
      out.putInt(slice);
      out.putBoolean(unitBox);
      safety.write(out);
    }

    static Numbers read(Decoder in) {
      return new Numbers(
          in.getLong(),
          in.getInt(),
          in.getInt(),
          in.getInt(),
          in.getDouble(),
          in.getInt(),
          in.getBoolean(),
          SavedSafety.read(in));
    }
  }

  /**
   * Returns what was done so that nothing was lost.
   *
   * @return the settings
   */
  public SavedSafety safety() {
    return settings.safety();
  }

  /**
   * Returns what was done in all, by the tasks too.
   *
   * @return the sum
   */
  public Counts counts() {
    return tasks.stream().map(task -> task.done().counts()).reduce(totals.counts(), Counts::plus);
  }

  /**
   * Returns how long the search has worked.
   *
   * @return the time in nanoseconds
   */
  public long elapsedNanos() {
    return work.nanos();
  }

  /**
   * Returns the lowest value found, by the tasks too.
   *
   * @return the value, or infinity
   */
  public double best() {
    return Math.min(
        totals.best(),
        tasks.stream()
            .mapToDouble(task -> task.done().best())
            .min()
            .orElse(Double.POSITIVE_INFINITY));
  }

  /**
   * Tells whether all initial starts had been evaluated.
   *
   * @return whether descents had begun
   */
  public boolean isInitialised() {
    return starts.initialEvaluations() >= 0;
  }

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
    settings.write(out);
    out.putDouble(budget.target());
    out.putLong(budget.evaluations());
    out.putLong(budget.steps());
    out.putLong(budget.stalls());
    out.putLong(budget.time().toNanos());
    work.write(out);
    starts.write(out);
    restart.write(out);
    totals.write(out);
    frontier.write(out);
    out.putList(tasks, SavedTask::write);
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
        Numbers.read(in),
        new Budget(
            in.getDouble(),
            in.getLong(),
            in.getLong(),
            in.getLong(),
            Duration.ofNanos(in.getLong())),
        SavedWork.read(in),
        SavedStarts.read(in),
        SavedRestart.read(in),
        SavedTotals.read(in),
        SavedFrontier.read(in),
        in.getList(SavedTask::read));
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
