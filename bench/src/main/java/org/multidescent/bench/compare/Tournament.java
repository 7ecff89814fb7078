package org.multidescent.bench.compare;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.multidescent.bench.contender.Match;

/** Plays a plan's runs, one after the other; may be cancelled from another thread. */
final class Tournament {

  private static final long WARM_UP_CALLS = 20_000;

  private final Plan plan;
  private volatile boolean cancelled;
  private volatile @Nullable Match current;

  Tournament(Plan plan) {
    this.plan = plan;
  }

  /** Ends the run under way, which is then left out, and begins no other. */
  void cancel() {
    cancelled = true;
    Match match = current;
    if (match != null) {
      match.cancel();
    }
  }

  /** Plays all runs; tells of each when it is finished. */
  void play(Consumer<Row> finished) {
    warmUp();
    for (Fixture fixture : plan.fixtures()) {
      Row row = play(fixture);
      if (cancelled) {
        return;
      }
      finished.accept(row);
    }
  }

  /** Has each contender run once for the compiler, so that the first timed run is like the rest. */
  private void warmUp() {
    Case first = plan.cases().get(0);
    Case small = first.capped(Math.min(WARM_UP_CALLS, first.cap()));
    List<Entrant> entrants = plan.entrants();
    for (int i = 0; i < entrants.size() && !cancelled; i++) {
      play(new Fixture(small, entrants.get(i), 0));
    }
  }

  private Row play(Fixture fixture) {
    Match match =
        new Match(fixture.entrant().contender(), fixture.task(plan.starts(), plan.analytic()));
    current = match;
    if (cancelled) {
      match.cancel();
    }
    return new Row(fixture, match.play());
  }
}
