package org.multidescent.engine;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Progress;

@Name("org.multidescent.Search")
@Label("Search")
@Description("A search from its start to the end of its last worker")
@Category("Multidescent")
@StackTrace(false)
final class SearchEvent extends Event {

  @Label("Dimension")
  int dimension;

  @Label("Workers")
  int workers;

  @Label("Settings")
  @Nullable String settings;

  @Label("Ending")
  @Nullable String ending;

  @Label("Best Value")
  double best;

  @Label("Calls")
  @Description("Calls of the objective and of its gradient")
  long calls;

  @Label("Steps")
  long steps;

  @Label("Stalls")
  long stalls;

  @Label("Optima")
  int optima;

  void fill(Settings what, Progress progress) {
    dimension = what.problem().dimension();
    workers = what.workers();
    settings =
        "seed %d, pool %d, slice %d, %s, %s"
            .formatted(
                what.seed(), what.pool(), what.slice(), what.descent().steps(), what.budget());
    ending = progress.ending() == null ? null : progress.ending().name();
    best = progress.best();
    calls = progress.calls();
    steps = progress.steps();
    stalls = progress.stalls();
    optima = progress.optima();
  }
}
