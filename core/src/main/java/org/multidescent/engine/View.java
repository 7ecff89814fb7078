package org.multidescent.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.multidescent.catalogue.Elite;
import org.multidescent.descent.Scaling;
import org.multidescent.renewal.Outlook;
import org.multidescent.renewal.Site;

/** What a renewal sees during one decision. */
record View(
    Elite elite, int optima, double evaluationsLeft, RandomGenerator random, Scaling scaling)
    implements Outlook {

  @Override
  public List<Site> best(int count) {
    int size = Math.min(count, elite.size());
    List<Site> sites = new ArrayList<>(size);
    for (int rank = 0; rank < size; rank++) {
      sites.add(new Site(elite.id(rank), elite.value(rank), elite.x(rank)));
    }
    return sites;
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
  public double boxLower(int coordinate) {
    return scaling.boxLower(coordinate);
  }

  @Override
  public double boxUpper(int coordinate) {
    return scaling.boxUpper(coordinate);
  }
}
