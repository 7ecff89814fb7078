package org.multidescent.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;

/**
 * The initial starts of a reproducible search: evaluated by all workers in any order, counted in
 * the order of their indices. The place of the start with index k is k + 1.
 */
final class FirstStarts {

  private final Settings settings;
  private final Finish finish = new Finish();
  private final StartTally[] tallies;

  FirstStarts(Settings settings, Verdict verdict, Leader leader) {
    this.settings = settings;
    this.tallies = new StartTally[settings.workers()];
    Arrays.setAll(tallies, i -> new StartTally(settings, verdict, finish, leader));
  }

  StartTally tally(int worker) {
    return tallies[worker];
  }

  /** Returns the calls made, from any thread. */
  long readCalls() {
    return Arrays.stream(tallies).mapToLong(StartTally::readCalls).sum();
  }

  /** Returns the lowest value, from any thread. */
  double readBest() {
    return Arrays.stream(tallies).mapToDouble(StartTally::readBest).min().orElseThrow();
  }

  /**
   * Adds up what was done until the search ended or all starts were evaluated; all that was done if
   * it was cancelled.
   *
   * @return what ended the search, if something did
   */
  Finish.@Nullable Event settle(Totals totals, boolean cancelled) {
    Finish.Event event = cancelled ? null : ended();
    long last = event == null ? Long.MAX_VALUE : event.place();
    boolean failed = event != null && event.ending() == Ending.FAILED;
    totals.evaluations = event == null ? readCalls() : last;
    totals.starts = event == null ? seen() : failed ? last - 1 : last;
    totals.stalls = broken().filter(place -> place < last || place == last && !failed).count();
    long[] counts = new long[Fault.Kind.values().length];
    for (StartTally tally : tallies) {
      tally.faults.count(last, counts);
    }
    totals.addFaults(counts, faults(last));
    offerBest(totals, last);
    return event;
  }

  private Finish.@Nullable Event ended() {
    Finish.Event failure = failure();
    if (failure != null) {
      return failure;
    }
    long stalls = settings.budget().stalls();
    long[] broken = broken().toArray();
    if (broken.length >= stalls) {
      finish.at(broken[(int) stalls - 1], Ending.STALLS);
    }
    if (settings.budget().evaluations() < settings.pool()) {
      finish.at(settings.budget().evaluations(), Ending.EVALUATIONS);
    }
    return finish.event();
  }

  /** Returns the event of the first exception that is one too many, if it ends the search. */
  private Finish.@Nullable Event failure() {
    long tolerated = settings.safety().failures().tolerated();
    long[] places =
        Arrays.stream(tallies)
            .flatMapToLong(tally -> tally.faults.places(Fault.Kind.EXCEPTION))
            .sorted()
            .toArray();
    if (places.length <= tolerated || finish.isBy(places[(int) tolerated] - 1)) {
      return null;
    }
    return Finish.failed(places[(int) tolerated], exception((int) tolerated));
  }

  /** Returns an exception by its rank, if its worker is sure to have kept it, else the first. */
  private Fault exception(int rank) {
    return Arrays.stream(tallies)
        .flatMap(tally -> tally.faults.exceptions().stream())
        .sorted(Comparator.comparingLong(StartFaults.Placed::place))
        .skip(rank < Faults.KEPT ? rank : 0)
        .findFirst()
        .orElseThrow()
        .fault();
  }

  private long seen() {
    return Arrays.stream(tallies).mapToLong(StartTally::seen).sum();
  }

  private LongStream broken() {
    return Arrays.stream(tallies).flatMapToLong(tally -> Arrays.stream(tally.broken())).sorted();
  }

  private List<Fault> faults(long last) {
    return Arrays.stream(tallies)
        .flatMap(tally -> tally.faults.first().stream())
        .filter(fault -> fault.place() <= last)
        .sorted(Comparator.comparingLong(StartFaults.Placed::place))
        .map(StartFaults.Placed::fault)
        .toList();
  }

  /** Offers the best; of equal values the one with the first place. */
  private void offerBest(Totals totals, long last) {
    Bests first = tallies[0].bests;
    int at = first.last(last);
    for (StartTally tally : tallies) {
      int index = tally.bests.last(last);
      if (index >= 0 && (at < 0 || precedes(tally.bests, index, first, at))) {
        first = tally.bests;
        at = index;
      }
    }
    if (at >= 0) {
      totals.offer(first.value(at), first.position(at));
    }
  }

  private static boolean precedes(Bests a, int i, Bests b, int k) {
    return a.value(i) < b.value(k) || a.value(i) == b.value(k) && a.place(i) < b.place(k);
  }
}
