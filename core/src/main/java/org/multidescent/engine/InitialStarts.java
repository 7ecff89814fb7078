package org.multidescent.engine;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.StartSource;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.report.Ending;

/**
 * The initial starts of a search: handed out in chunks, until all are evaluated and descents may
 * begin. Where nobody has asked for a pool, the first start descends before that: as soon as it is
 * evaluated.
 *
 * <p>Implementation note. The worker that commits the last of them opens the search for descents;
 * what the commits before have written happens before that, by the count, and before everybody's
 * first look at {@link #isOpen} that says so.
 */
final class InitialStarts {

  private static final int CHUNKS_PER_TASK = 64;
  private static final int LARGEST_CHUNK = 1024;
  private static final long BYTES_A_START = Long.BYTES + Integer.BYTES;

  private final EngineState state;
  private final long limit;
  private final int chunk;
  private final AtomicLong missing;
  private final AtomicReference<@Nullable LivePoint> held = new AtomicReference<>();
  private volatile long evaluations = -1;

  /**
   * Creates the initial starts of a search.
   *
   * @param tasks how many tasks evaluate them at once
   * @throws IllegalArgumentException if they cannot wait in this machine's memory
   */
  InitialStarts(EngineState state, int tasks) {
    SearchSettings settings = state.settings();
    this.state = state;
    this.limit = limit(settings);
    requireRoom(limit);
    long share =
        settings.problem().isBatch()
            ? (limit + tasks - 1) / tasks
            : limit / ((long) CHUNKS_PER_TASK * tasks);
    this.chunk = (int) Math.max(1, Math.min(LARGEST_CHUNK, share));
    this.missing = new AtomicLong(limit);
  }

  private static void requireRoom(long starts) {
    long most = Runtime.getRuntime().maxMemory() / BYTES_A_START;
    if (starts > most) {
      throw new IllegalArgumentException(
          "initialStarts: %d (expected: at most %d, as many as fit in memory)"
              .formatted(starts, most));
    }
  }

  /** Returns how many starts are evaluated at first, as far as the budget allows. */
  static long limit(SearchSettings settings) {
    return Math.min(settings.path().starts().initial(), settings.searchEvaluations());
  }

  /** Tells whether all are evaluated, so that descents may begin. */
  boolean isOpen() {
    return evaluations >= 0;
  }

  /** Returns the evaluations made until all were evaluated; -1 before. */
  long evaluations() {
    return evaluations;
  }

  /** Returns the next start to be drawn; those drawn in chunks may go beyond the last. */
  long next() {
    long next = state.startSource().next();
    return isOpen() ? next : Math.min(next, limit);
  }

  /** Tells whether none is left to be handed out. */
  boolean areHandedOut() {
    return state.startSource().next() >= limit;
  }

  /** Has a task evaluate the next ones, if there are any. */
  void claim(Task task) {
    StartSource source = state.startSource();
    long first = source.claimDrawn();
    if (first >= 0) {
      task.evaluate(TaskKind.INITIAL, first, 1);
      return;
    }
    first = source.claim(chunk, limit);
    if (first < limit) {
      task.evaluate(TaskKind.INITIAL, first, (int) Math.min(chunk, limit - first));
    } else {
      task.kind = TaskKind.NONE;
    }
  }

  /** Tells whether a start that was evaluated descends before all others are. */
  boolean isLead(long start) {
    return state.settings().path().starts().leads()
        && start < state.settings().path().starts().first()
        && !isOpen();
  }

  /** Keeps the first descent, which has stalled, until values are known to compare it with. */
  void holdBack(LivePoint stalled) {
    held.set(stalled);
  }

  /** Takes the descent that was held; null if there is none, or it is too early. */
  @Nullable LivePoint takeHeld() {
    return isOpen() && held.get() != null ? held.getAndSet(null) : null;
  }

  /** Returns the descent that is held; null if there is none. */
  @Nullable LivePoint held() {
    return held.get();
  }

  /**
   * Counts starts that are evaluated and loaded into the frontier.
   *
   * @return whether these were the last
   */
  boolean areLast(int count) {
    return count > 0 && missing.addAndGet(-count) == 0;
  }

  /**
   * Tells whether all are evaluated, though descents have not begun: the search was cancelled with
   * the last one, or has a smaller budget now.
   */
  boolean isComplete() {
    return !isOpen() && missing.get() <= 0;
  }

  /** Goes on from a checkpoint. */
  void restore(long started, long evaluationsBefore) {
    evaluations = evaluationsBefore;
    missing.set(limit - started);
    if (isOpen()) {
      measure();
    }
  }

  /**
   * Has descents begin, once all are evaluated; ends the search if the budget was not enough.
   *
   * @param place where in the order that is
   * @param made the evaluations made so far
   */
  void open(long place, long made) {
    if (limit < state.settings().path().starts().initial()) {
      state.termination().endAt(place, Ending.EVALUATIONS);
      return;
    }
    seal();
    state.startSource().resumeAt(state.settings().path().starts().initial());
    measure();
    evaluations = made;
  }

  /** Has all that was loaded be in the frontier. */
  void seal() {
    for (int worker = 0; worker < state.settings().execution().workers(); worker++) {
      state.frontier().access(worker).seal();
    }
  }

  private void measure() {
    state.valueScale().compute();
    state.coordinator().valueScale(state.valueScale().value());
  }
}
