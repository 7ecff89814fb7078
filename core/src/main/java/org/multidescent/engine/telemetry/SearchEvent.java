package org.multidescent.engine.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.report.Progress;

@Name("org.multidescent.Search")
@Label("Search")
@Description("A search from its start to the end of its last worker")
@Category("Multidescent")
@StackTrace(false)
final class SearchEvent extends Event {

  @Label("Dimension")
  public int dimension;

  @Label("Workers")
  public int workers;

  @Label("Settings")
  @Nullable
  public String settings;

  @Label("Ending")
  @Nullable
  public String ending;

  @Label("Best Value")
  public double best;

  @Label("Evaluations")
  @Description("Of the objective and of its gradient")
  public long evaluations;

  @Label("Steps")
  public long steps;

  @Label("Stalls")
  public long stalls;

  @Label("Optima")
  public int optima;

  public void fill(SearchSettings what, Progress progress) {
    dimension = what.problem().dimension();
    workers = what.execution().workers();
    settings =
        "seed %d, initial starts %d, slice %d, %s, %s"
            .formatted(
                what.path().seed(),
                what.path().starts().initial(),
                what.path().slice(),
                what.path().descent().steps(),
                what.budget());
    ending = progress.ending() == null ? null : progress.ending().name();
    best = progress.best();
    evaluations = progress.evaluations();
    steps = progress.steps();
    stalls = progress.stalls();
    optima = progress.optima();
  }
}
