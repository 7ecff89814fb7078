package org.multidescent.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Ending;

/**
 * The initial starts of a reproducible search: evaluated by all workers in any order, counted in
 * the order of their indices. Time is that order: the start with index k is evaluated at clock k +
 * 1.
 */
final class FirstStarts {

  private final Settings settings;
  private final Verdict verdict;
  private final Finish finish = new Finish();
  private final StartTally[] tallies;

  FirstStarts(Settings settings, Verdict verdict) {
    this.settings = settings;
    this.verdict = verdict;
    this.tallies = new StartTally[settings.workers()];
    Arrays.setAll(tallies, i -> new StartTally(settings, verdict, finish));
  }

  StartTally tally(int worker) {
    return tallies[worker];
  }

  /** Says what ends the search among these starts, when all have been evaluated. */
  Finish.@Nullable Event settle() {
    long stalls = settings.budget().stalls();
    long[] broken = broken(Long.MAX_VALUE).toArray();
    if (broken.length >= stalls) {
      finish.at(broken[(int) stalls - 1], 0, Ending.STALLS, null);
    }
    if (settings.budget().evaluations() < settings.pool()) {
      finish.at(settings.budget().evaluations(), 0, Ending.EVALUATIONS, null);
    }
    return finish.event();
  }

  /** Returns how many starts were evaluated before the end. */
  long starts() {
    Finish.Event event = event();
    if (event == null) {
      return sum(StartTally::readSeen);
    }
    return event.clock() - (event.ending() == Ending.FAILED ? 1 : 0);
  }

  long evaluations() {
    Finish.Event event = event();
    return event == null ? readCalls() : event.clock();
  }

  /** Returns the calls made, from any thread. */
  long readCalls() {
    return sum(StartTally::readCalls);
  }

  /** Returns how many starts had no usable value. */
  long stalls() {
    return broken(clock()).count();
  }

  long faults() {
    return stalls() + evaluations() - starts();
  }

  /** Returns the best value so far, from any thread. */
  double readBest() {
    return Arrays.stream(tallies).mapToDouble(StartTally::readBest).min().orElseThrow();
  }

  void addBest(Best best) {
    for (StartTally tally : tallies) {
      best.offer(u -> tally.bestUntil(clock(), u));
    }
  }

  void addFaults(List<FaultLog.Entry> entries) {
    for (StartTally tally : tallies) {
      tally.faultsUntil(clock(), entries);
    }
  }

  /** Returns the event that ended the search here, if it did. */
  private Finish.@Nullable Event event() {
    Finish.Event event = finish.event();
    return event != null && event.ending() == verdict.ending() ? event : null;
  }

  private long clock() {
    Finish.Event event = event();
    return event == null ? Long.MAX_VALUE : event.clock();
  }

  private LongStream broken(long clock) {
    return Arrays.stream(tallies)
        .flatMapToLong(tally -> Arrays.stream(tally.broken()))
        .filter(start -> start <= clock)
        .sorted();
  }

  private long sum(ToLongFunction<StartTally> counter) {
    return Arrays.stream(tallies).mapToLong(counter).sum();
  }
}
