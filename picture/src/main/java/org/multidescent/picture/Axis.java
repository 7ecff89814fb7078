package org.multidescent.picture;

import java.util.ArrayList;
import java.util.List;

/** Numbers along one side of a chart, linear or logarithmic. */
record Axis(String title, double from, double to, boolean logarithmic) {

  private static final int MOST_DECADES = 6;

  /** Returns an axis that holds all of the range, and some room where it is a single number. */
  static Axis around(String title, double least, double most, boolean logarithmic) {
    if (logarithmic) {
      double from = Math.pow(10, Math.floor(Math.log10(least) + 1e-9));
      double to = Math.pow(10, Math.ceil(Math.log10(most) - 1e-9));
      return new Axis(title, from, to > from ? to : 10 * from, true);
    }
    double room = most > least ? 0 : Math.max(1, Math.abs(least) / 10);
    return new Axis(title, least - room, most + room, false);
  }

  /** Returns where a number lies, from 0 to 1. */
  double share(double value) {
    double share =
        logarithmic
            ? (Math.log10(value) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))
            : (value - from) / (to - from);
    return Math.max(0, Math.min(1, share));
  }

  List<Double> ticks() {
    return logarithmic ? decades() : rounds();
  }

  private List<Double> decades() {
    List<Double> ticks = new ArrayList<>();
    int first = (int) Math.round(Math.log10(from));
    int last = (int) Math.round(Math.log10(to));
    int step = Math.max(1, (last - first + MOST_DECADES - 1) / MOST_DECADES);
    for (int decade = first; decade <= last; decade += step) {
      ticks.add(Math.pow(10, decade));
    }
    return ticks;
  }

  private List<Double> rounds() {
    double rough = (to - from) / 4;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double digit = rough / power;
    double step = power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
    List<Double> ticks = new ArrayList<>();
    for (double k = Math.ceil(from / step - 1e-9); k * step <= to + 1e-9 * step; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }
}
