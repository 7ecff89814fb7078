package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.util.Room;

/**
 * A stage of a descent: its rules, where they are not the descent's own, and what follows it. The
 * order is that of checkpoints.
 */
enum Stage {
  /** An evolution strategy looks for the position to descend from. */
  EVOLUTION(CmaEs.growing(), null, null, false),
  /** The function is a sum over coordinates, which are searched one by one. */
  SEPARABLE(new CoordinateSearch(), null, null, false),
  /** Finite differences span a tenth of the box, and see the bowl below the ripples. */
  COARSE(null, StallRule.value(3e-2, 1000), new FixedDifferences(0.1, true), false),
  /** Until steps gain little beside the scale of values: enough to tell where it leads. */
  ROUGH(null, new Behind(0.03, 2).or(StallRule.value(1e-4, 1000)), null, false),
  /** A step of a chain of optima, until it is clear which optimum it leads to. */
  QUENCH(null, new Behind(0.005, 2).or(StallRule.value(1e-6, 1000)), null, false),
  /** To the last digits that count. */
  FINE(null, null, null, true),
  /** To the last digits there are. */
  POLISH(null, StallRule.polish(), null, true),
  /** As separable, many coordinates at once, for an objective that takes batches. */
  SEPARABLE_BATCH(new BatchCoordinateSearch(), null, null, false),
  /** An evolution strategy on a noisy objective, whose distribution's mean is the outcome. */
  NOISY(CmaEs.noisy(), null, null, false),
  /** Has stalled, and is examined whether the function is a sum over coordinates. */
  EXAMINED(null, null, null, true),
  /** Has stalled, and the whole numbers next to its own are tried. */
  INTEGERS(null, null, null, true),
  /** Differential evolution near an optimum looks for the position to descend from. */
  RECOMBINATION(new Recombination(), null, null, false);

  private static final Stage[] ALL = values();

  /** The rule of a stage that does not go downhill; null if it does, by the descent's step rule. */
  final @Nullable StepRule search;

  private final @Nullable StallRule stalls;

  /** Differences that replace even an analytic gradient; null: the descent's own gradients. */
  final @Nullable Differences differences;

  /** Whether gradients are refined where they turn out not to be exact enough. */
  final boolean refinesGradients;

  Stage(
      @Nullable StepRule search,
      @Nullable StallRule stalls,
      @Nullable Differences differences,
      boolean refinesGradients) {
    this.search = search;
    this.stalls = stalls;
    this.differences = differences;
    this.refinesGradients = refinesGradients;
  }

  /** Returns the stage a descent that goes downhill begins with. */
  static Stage downhill(boolean givesUp) {
    return givesUp ? ROUGH : FINE;
  }

  /** Returns the stage with an ordinal, which may have been read from a file. */
  static Stage at(double ordinal) {
    if (!Room.isCount(ordinal, ALL.length - 1)) {
      throw new IllegalArgumentException("stage: " + ordinal + " (expected: a known one)");
    }
    return ALL[(int) ordinal];
  }

  /** Makes room for what the stage's own rule remembers. */
  void reserve(Point point) {
    if (search != null) {
      point.reserve(search.memory(point.position().length));
    }
  }

  /** Returns this stage's stall rule, or the descent's own. */
  StallRule stalls(StallRule own) {
    return stalls == null ? own : stalls;
  }

  /** Returns what follows when this stage stalls; null: the descent has stalled. */
  @Nullable Stage next(boolean givesUp) {
    return switch (this) {
      case EVOLUTION, RECOMBINATION, COARSE -> downhill(givesUp);
      case SEPARABLE, SEPARABLE_BATCH -> FINE;
      case ROUGH, QUENCH, FINE, POLISH, EXAMINED, INTEGERS, NOISY -> null;
    };
  }

  /** Tells whether the stage ends as soon as it is clear that a descent hardly becomes the best. */
  boolean givesUp() {
    return this == ROUGH || this == QUENCH;
  }

  /** Returns the length of trace that any stage needs. */
  static int trace(int dimension, StallRule own) {
    int longest = 0;
    for (Stage stage : ALL) {
      longest = Math.max(longest, stage.stalls(own).memory(dimension));
    }
    return longest;
  }

  /** Returns how much the differences of any stage remember. */
  static int widths(int dimension, Differences own) {
    int longest = own.memory(dimension);
    for (Stage stage : ALL) {
      Differences differences = stage.differences;
      longest = Math.max(longest, differences == null ? 0 : differences.memory(dimension));
    }
    return longest;
  }

  /**
   * A descent that can hardly become the best: some steps in a row gained less than a share of what
   * it lacks to the lowest value known when it began.
   */
  private record Behind(double share, int steps) implements StallRule {

    @Override
    public int memory(int dimension) {
      return 0;
    }

    @Override
    public @Nullable Stall check(Point point, Oracle oracle, int offset) {
      return point.behind(share) >= steps ? Stall.VALUE : null;
    }
  }
}
