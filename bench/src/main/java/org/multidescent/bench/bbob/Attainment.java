package org.multidescent.bench.bbob;

import java.util.Locale;
import org.multidescent.bench.statistics.Ecdf;

/**
 * The four figures that sum up a distribution of running times in evaluations per dimension.
 *
 * @param at100 the share of targets reached within 100 evaluations per dimension
 * @param at1000 the share within 1,000
 * @param at10000 the share within 10,000
 * @param area the area under the share over {@code log10(evaluations / D)} in 0 .. 4, over 4
 */
public record Attainment(double at100, double at1000, double at10000, double area) {

  /**
   * Returns the figures of a distribution.
   *
   * @param times the distribution of evaluations per dimension
   * @return its figures
   */
  public static Attainment of(Ecdf times) {
    return new Attainment(
        times.share(100), times.share(1000), times.share(10_000), times.area(0, 4));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f / %.3f / %.3f / %.3f", at100, at1000, at10000, area);
  }
}
