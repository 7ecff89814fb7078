package org.multidescent.engine.restart;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.multidescent.catalogue.BestOptima;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.report.Origin;
import org.multidescent.restart.KnownOptimum;
import org.multidescent.restart.SearchView;

/** What a restart strategy sees during one decision. */
record RestartView(
    BestOptima best,
    double[] ended,
    int optima,
    double evaluationsLeft,
    boolean isNoisy,
    ComparedStarts starts,
    List<LivePoint> paused,
    RandomGenerator random,
    WorkingCoordinates scaling)
    implements SearchView {

  @Override
  public List<KnownOptimum> best(int count) {
    int size = Math.min(count, best.size());
    List<KnownOptimum> sites = new ArrayList<>(size);
    for (int rank = 0; rank < size; rank++) {
      sites.add(new KnownOptimum(best.id(rank), best.value(rank), best.x(rank)));
    }
    return sites;
  }

  @Override
  public boolean tellsWells() {
    return starts.tellsWells();
  }

  @Override
  public boolean hasNewWell() {
    return starts.hasNewWell();
  }

  @Override
  public int pausedRuns() {
    return paused.size();
  }

  @Override
  public Origin pausedRun(int run) {
    return paused.get(run).origin;
  }

  @Override
  public double lower(int coordinate) {
    return scaling.lower(coordinate);
  }

  @Override
  public double upper(int coordinate) {
    return scaling.upper(coordinate);
  }

  @Override
  public double startLower(int coordinate) {
    return scaling.startLower(coordinate);
  }

  @Override
  public double startUpper(int coordinate) {
    return scaling.startUpper(coordinate);
  }
}
