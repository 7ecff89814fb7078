package org.multidescent.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.engine.budget.Incumbent;
import org.multidescent.engine.budget.OrderedTermination;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;

/**
 * The initial starts of a reproducible search: evaluated by all workers in any order, counted in
 * the order of their indices. The place of the start with index k is k + 1.
 */
public final class OrderedStarts {

  private final SearchSettings settings;
  private final OrderedTermination finish = new OrderedTermination();
  private final OrderedStartCounters[] tallies;

  public OrderedStarts(SearchSettings settings, Termination verdict, Incumbent leader) {
    this.settings = settings;
    this.tallies = new OrderedStartCounters[settings.workers()];
    Arrays.setAll(tallies, i -> new OrderedStartCounters(settings, verdict, finish, leader));
  }

  public OrderedStartCounters tally(int worker) {
    return tallies[worker];
  }

  /** Returns the calls made, from any thread. */
  public long readCalls() {
    return Arrays.stream(tallies).mapToLong(OrderedStartCounters::readCalls).sum();
  }

  /** Returns the lowest value, from any thread. */
  public double readBest() {
    return Arrays.stream(tallies).mapToDouble(OrderedStartCounters::readBest).min().orElseThrow();
  }

  /**
   * Adds up what was done until the search ended or all starts were evaluated; all that was done if
   * it was cancelled.
   *
   * @return what ended the search, if something did
   */
  public OrderedTermination.@Nullable Event settle(OrderedTotals totals, boolean cancelled) {
    OrderedTermination.Event event = cancelled ? null : ended();
    long last = event == null ? Long.MAX_VALUE : event.place();
    boolean failed = event != null && event.ending() == Ending.FAILED;
    totals.evaluations = event == null ? readCalls() : last;
    totals.starts = event == null ? seen() : failed ? last - 1 : last;
    totals.stalls = broken().filter(place -> place < last || place == last && !failed).count();
    long[] counts = new long[Fault.Kind.values().length];
    for (OrderedStartCounters tally : tallies) {
      tally.faults.count(last, counts);
    }
    totals.addFaults(counts, faults(last));
    offerBest(totals, last);
    return event;
  }

  private OrderedTermination.@Nullable Event ended() {
    OrderedTermination.Event failure = failure();
    if (failure != null) {
      return failure;
    }
    long stalls = settings.budget().stalls();
    long[] broken = broken().toArray();
    if (broken.length >= stalls) {
      finish.at(broken[(int) stalls - 1], Ending.STALLS);
    }
    if (settings.budget().evaluations() < settings.initialStarts()) {
      finish.at(settings.budget().evaluations(), Ending.EVALUATIONS);
    }
    return finish.event();
  }

  /** Returns the event of the first exception that is one too many, if it ends the search. */
  private OrderedTermination.@Nullable Event failure() {
    long tolerated = settings.safety().failures().tolerated();
    long[] places =
        Arrays.stream(tallies)
            .flatMapToLong(tally -> tally.faults.places(Fault.Kind.EXCEPTION))
            .sorted()
            .toArray();
    if (places.length <= tolerated || finish.isBy(places[(int) tolerated] - 1)) {
      return null;
    }
    return OrderedTermination.failed(places[(int) tolerated], exception((int) tolerated));
  }

  /** Returns an exception by its rank, if its worker is sure to have kept it, else the first. */
  private Fault exception(int rank) {
    return Arrays.stream(tallies)
        .flatMap(tally -> tally.faults.exceptions().stream())
        .sorted(Comparator.comparingLong(OrderedStartFaults.Placed::place))
        .skip(rank < FaultRecorder.KEPT ? rank : 0)
        .findFirst()
        .orElseThrow()
        .fault();
  }

  private long seen() {
    return Arrays.stream(tallies).mapToLong(OrderedStartCounters::seen).sum();
  }

  private LongStream broken() {
    return Arrays.stream(tallies).flatMapToLong(tally -> Arrays.stream(tally.broken())).sorted();
  }

  private List<Fault> faults(long last) {
    return Arrays.stream(tallies)
        .flatMap(tally -> tally.faults.first().stream())
        .filter(fault -> fault.place() <= last)
        .sorted(Comparator.comparingLong(OrderedStartFaults.Placed::place))
        .map(OrderedStartFaults.Placed::fault)
        .toList();
  }

  /** Offers the best; of equal values the one with the first place. */
  private void offerBest(OrderedTotals totals, long last) {
    Improvements first = tallies[0].bests;
    int at = first.last(last);
    for (OrderedStartCounters tally : tallies) {
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

  private static boolean precedes(Improvements a, int i, Improvements b, int k) {
    return a.value(i) < b.value(k) || a.value(i) == b.value(k) && a.place(i) < b.place(k);
  }
}
