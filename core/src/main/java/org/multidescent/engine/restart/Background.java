package org.multidescent.engine.restart;

import java.util.Arrays;
import org.multidescent.checkpoint.Decoder;
import org.multidescent.checkpoint.Encoder;
import org.multidescent.numerics.HouseholderQr;
import org.multidescent.numerics.NormalEquations;

/**
 * A quadratic function on which most evaluated starts lie, if there is one: what lies far below is
 * in a well. A plateau is none: its wells are where perturbations look, too. It is the quadratic
 * from which the nearer part of all starts is off by least, so that wells may have more than half
 * of the starts (least quantile of squares: Rousseeuw and Leroy, Robust Regression and Outlier
 * Detection, 1987). Concentration steps (Rousseeuw and Van Driessen, Computing LTS regression for
 * large data sets, 2006) look for it from where quantile regressions have led (Koenker and Bassett,
 * Regression quantiles, Econometrica 46, 1978): starts in wells lie on one side of it.
 *
 * <p>Implementation note. It is fitted a few times in a search, to at most {@link #MOST} times as
 * many starts as it has coefficients. Not thread-safe.
 */
final class Background {

  private static final int MOST_DIMENSIONS = 8;
  private static final int FEWEST = 2;
  private static final int MOST = 10;
  private static final double GROWTH = 1.5;
  private static final double NEARER = 0.4;

  /** Quantiles of the values: high ones where wells have many starts. */
  private static final double[] LEVELS = {0.8, 0.95, 0.5};

  private static final int WEIGHTINGS = 10;
  private static final int CONCENTRATIONS = 8;

  /** So many times as far below as the nearer part is off, a start lies in a well. */
  private static final double FAR = 10;

  /** The nearer part is off by at most this share of the range of the middle half of values. */
  private static final double SMOOTH = 1e-3;

  /** Less than this share of that range is no depth: far ripples of a well are none. */
  private static final double FLOOR = 1e-4;

  private static final double ROUNDING = 1e-10;

  private final int dimension;
  private final int terms;
  private final int most;
  private double[] values = new double[0];
  private double[][] rows = new double[0][];
  private final NormalEquations normal;
  private int count;
  private int next;
  private double[] coefficients = new double[0];

  /** How far the nearer part is off the function at most. */
  private double least;

  private double limit = Double.POSITIVE_INFINITY;

  Background(int dimension) {
    this.dimension = dimension;
    terms = (dimension + 1) * (dimension + 2) / 2;
    most = dimension <= MOST_DIMENSIONS ? MOST * terms : 0;
    next = FEWEST * terms;
    normal = new NormalEquations(most > 0 ? terms : 0);
  }

  /** Tells whether most starts lie on a quadratic function. */
  boolean isKnown() {
    return coefficients.length > 0;
  }

  /**
   * Takes an evaluated start.
   *
   * @param at its position in fractions of the start box
   * @return whether the function is another one now
   */
  boolean add(double[] at, double value) {
    if (count >= most) {
      return false;
    }
    if (count == values.length) {
      int room = Math.min(most, Math.max(next, 2 * count));
      values = Arrays.copyOf(values, room);
      rows = Arrays.copyOf(rows, room);
    }
    rows[count] = row(at);
    values[count++] = value;
    if (count < next) {
      return false;
    }
    next = Math.min(most, (int) (GROWTH * count));
    fit();
    if (count == most) {
      rows = new double[0][];
      values = new double[0];
    }
    return true;
  }

  /** Returns how far a value lies below the function; 0 if it is not so far that it is a well. */
  double depth(double[] at, double value) {
    if (!isKnown()) {
      return 0;
    }
    double below = product(row(at), coefficients) - value;
    return below > limit ? below : 0;
  }

  private double[] row(double[] at) {
    double[] row = new double[terms];
    int k = 0;
    row[k++] = 1;
    for (int i = 0; i < dimension; i++) {
      double z = at[i];
      row[k++] = z;
      for (int j = 0; j <= i; j++) {
        row[k++] = z * at[j];
      }
    }
    return row;
  }

  private static double product(double[] row, double[] by) {
    double sum = 0;
    for (int k = 0; k < by.length; k++) {
      sum += row[k] * by[k];
    }
    return sum;
  }

  private void fit() {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    double spread = sorted[3 * count / 4] - sorted[count / 4];
    double rounding = ROUNDING * rounded(sorted);
    coefficients = new double[0];
    if (spread > rounding) {
      fit(rounding);
      limit = Math.max(FAR * Math.max(least, rounding), FLOOR * spread);
      if (least > Math.max(rounding, SMOOTH * spread)) {
        coefficients = new double[0];
      }
    }
  }

  private void fit(double rounding) {
    least = Double.POSITIVE_INFINITY;
    coefficients = new double[terms];
    for (double level : LEVELS) {
      if (least > rounding) {
        concentrate(regression(level, rounding));
      }
    }
    refine();
  }

  /** Returns a quantile of the values as a function, by least squares weighted again and again. */
  private double[] regression(double level, double rounding) {
    double[] weights = new double[count];
    Arrays.fill(weights, 1);
    double[] fitted = new double[terms];
    for (int weighting = 0; weighting <= WEIGHTINGS; weighting++) {
      normal.clear();
      for (int k = 0; k < count; k++) {
        normal.add(rows[k], values[k], weights[k]);
      }
      fitted = normal.solve();
      for (int k = 0; k < count; k++) {
        double above = values[k] - product(rows[k], fitted);
        weights[k] = (above > 0 ? level : 1 - level) / Math.max(Math.abs(above), rounding);
      }
    }
    return fitted;
  }

  /** Fits a function again and again to what it is near to; keeps the best. */
  private void concentrate(double[] first) {
    double[] tried = first;
    double last = Double.POSITIVE_INFINITY;
    for (int step = 0; step <= CONCENTRATIONS; step++) {
      double[] off = off(tried);
      double quantile = keep(tried, off);
      if (!(quantile < last)) {
        return;
      }
      last = quantile;
      normal.clear();
      for (int k : nearest(off, quantile)) {
        normal.add(rows[k], values[k], 1);
      }
      tried = normal.solve();
    }
  }

  /** Fits the best again without squaring the condition number. */
  private void refine() {
    double[] off = off(coefficients);
    double[] refined = through(nearest(off, keep(coefficients, off)), nearer());
    keep(refined, off(refined));
  }

  /** Keeps a function if the nearer part is off it by less; returns by how much it is at most. */
  private double keep(double[] tried, double[] off) {
    double[] ranked = off.clone();
    Arrays.sort(ranked);
    double quantile = ranked[nearer() - 1];
    if (quantile < least) {
      least = quantile;
      coefficients = tried;
    }
    return quantile;
  }

  private int nearer() {
    return Math.max(terms + 2, (int) (NEARER * count));
  }

  private static double rounded(double[] sorted) {
    double low = sorted[sorted.length / 4];
    double high = sorted[3 * sorted.length / 4];
    return Math.max(high - sorted[0], Math.max(Math.abs(low), Math.abs(high)));
  }

  private double[] off(double[] tried) {
    double[] off = new double[count];
    for (int k = 0; k < count; k++) {
      double distance = Math.abs(values[k] - product(rows[k], tried));
      off[k] = Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
    }
    return off;
  }

  private int[] nearest(double[] off, double quantile) {
    int[] chosen = new int[nearer()];
    int size = 0;
    for (int k = 0; k < count && size < chosen.length; k++) {
      if (off[k] <= quantile) {
        chosen[size++] = k;
      }
    }
    return chosen;
  }

  /** Returns the function from which the given starts are off by least squares. */
  private double[] through(int[] order, int used) {
    double[] a = new double[used * terms];
    double[] b = new double[used];
    for (int r = 0; r < used; r++) {
      double[] row = rows[order[r]];
      for (int c = 0; c < terms; c++) {
        a[c * used + r] = row[c];
      }
      b[r] = values[order[r]];
    }
    double[] fitted = new double[terms];
    HouseholderQr.solve(a, used, terms, b, fitted);
    return fitted;
  }

  void write(Encoder out) {
    out.putInt(count);
    out.putInt(next);
    out.putDouble(limit);
    out.putDoubles(coefficients);
    int kept = rows.length == 0 ? 0 : count;
    out.putDoubles(Arrays.copyOf(values, kept));
    for (int k = 0; k < kept; k++) {
      out.putDoubles(rows[k]);
    }
  }

  void read(Decoder in) {
    count = in.getInt();
    next = in.getInt();
    limit = in.getDouble();
    coefficients = in.getDoubles();
    values = in.getDoubles();
    rows = new double[values.length][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = in.getDoubles();
      Decoder.require(rows[k].length == terms, "a start of the background: " + k);
    }
    boolean sound =
        count >= 0
            && count <= most
            && next >= Math.min(count, most)
            && next <= FEWEST * terms + most
            && limit >= 0
            && (coefficients.length == 0 || coefficients.length == terms)
            && (values.length == count || values.length == 0 && count == most);
    Decoder.require(sound, "the background of starts: " + count);
  }
}
