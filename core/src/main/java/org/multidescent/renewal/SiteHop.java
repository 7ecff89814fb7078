package org.multidescent.renewal;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A hop from the best of some sites. */
final class SiteHop implements Hop {

  private static final double NARROWEST = 0.01;
  private static final double WIDEST = 0.5;

  private final HopKind kind;
  private final List<Site> sites;
  private final Outlook box;
  private final int candidates;
  private final double size;

  SiteHop(HopKind kind, List<Site> sites, Outlook box, int candidates, double size) {
    this.size = size;
    this.kind = kind;
    this.sites = sites;
    this.box = box;
    this.candidates = candidates;
  }

  @Override
  public String kind() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public long source() {
    return sites.get(0).id();
  }

  @Override
  public int candidates() {
    return candidates;
  }

  @Override
  public void propose(RandomGenerator random, double[] u) {
    double[] source = sites.get(0).position();
    switch (kind) {
      case GAUSS -> gauss(random, source, u);
      case COORDINATE -> coordinate(random, source, u);
      case CROSS -> cross(random, source, u);
    }
  }

  private void gauss(RandomGenerator random, double[] source, double[] u) {
    double sigma = NARROWEST * Math.pow(WIDEST / NARROWEST, size);
    for (int i = 0; i < u.length; i++) {
      u[i] = reflect(i, source[i] + sigma * width(i) * random.nextGaussian());
    }
  }

  private void coordinate(RandomGenerator random, double[] source, double[] u) {
    double probability = Math.pow(u.length, -size);
    int forced = random.nextInt(u.length);
    for (int i = 0; i < u.length; i++) {
      boolean redrawn = i == forced | random.nextDouble() < probability;
      u[i] = redrawn ? box.boxLower(i) + width(i) * random.nextDouble() : source[i];
    }
  }

  private void cross(RandomGenerator random, double[] source, double[] u) {
    double[] a = sites.get(1 + random.nextInt(sites.size() - 1)).position();
    double[] b = a;
    while (b == a) {
      b = sites.get(1 + random.nextInt(sites.size() - 1)).position();
    }
    double factor = 0.5 + 0.5 * random.nextDouble();
    for (int i = 0; i < u.length; i++) {
      u[i] = reflect(i, source[i] + factor * (a[i] - b[i]));
    }
  }

  private double width(int i) {
    return box.boxUpper(i) - box.boxLower(i);
  }

  private double reflect(int i, double value) {
    double lower = box.lower(i);
    double upper = box.upper(i);
    double reflected =
        value < lower ? 2 * lower - value : value > upper ? 2 * upper - value : value;
    return Math.min(Math.max(reflected, lower), upper);
  }
}
