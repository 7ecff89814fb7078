package org.multidescent.bench.report;

import org.multidescent.picture.Chart;

/**
 * A line of a chart, with a band around it if it has one.
 *
 * @param name what the legend calls it
 * @param x positions, rising
 * @param y heights
 * @param low the band's lower edge; {@code y} for none
 * @param high the band's upper edge; {@code y} for none
 */
public record Curve(String name, double[] x, double[] y, double[] low, double[] high) {

  /**
   * Creates a line without a band.
   *
   * @param name what the legend calls it
   * @param x positions, rising
   * @param y heights
   */
  public Curve(String name, double[] x, double[] y) {
    this(name, x, y, y, y);
  }

  /**
   * Adds this line to a chart, with its band.
   *
   * @param chart the chart
   */
  public void addTo(Chart chart) {
    if (low == y && high == y) {
      chart.line(name, x, y);
    } else {
      chart.band(name, x, y, low, high);
    }
  }

  /**
   * Returns positions evenly spaced on a logarithmic axis.
   *
   * @param from the first, above 0
   * @param to the last, above {@code from}
   * @return 121 positions
   */
  public static double[] logarithmic(double from, double to) {
    double[] x = new double[121];
    for (int i = 0; i < x.length; i++) {
      x[i] = from * Math.pow(to / from, i / (x.length - 1.0));
    }
    return x;
  }
}
